/**
 * Letters: people on the phone for whom staff fill in forms, and what is told to them on paper.
 * @example
 * const id = await addClient(house, by, { name, address, locale }); // staff go on at /for/<id>/services
 * await queueLetter(house, provenance, { reference, message }); // where the person has no email address
 */
export { addClient, auditClient, type Client, findClient } from "./clients.server";
export { codeDays, forgetOldCallers } from "./forget.server";
export { listPrinted, listQueue } from "./lists.server";
export { findUnprintable, printLetter } from "./pdf.server";
export {
  findLetter,
  type LetterView,
  markPrinted,
  queueAgain,
  queueLetter,
  readLetter,
  withdrawLetter,
} from "./queue.server";
