/**
 * The door to the flow: how any service is carried out, from its start page to its reference.
 * @example
 * export const loader = ({ context, params }: LoaderFunctionArgs) => showStep(context, params);
 */

export { answerStep } from "./answer.server";
export { bodySizeOf } from "./body-size.server";
export { type AnswerCard, type AnswerRow, answerCards, showCheck } from "./check.server";
export { showDone, showSentDraft } from "./done.server";
export type { Draft } from "./draft";
export {
  discardDraft,
  discardDraftsOf,
  findDraftById,
  findDraftFor,
  forgetOldDrafts,
} from "./drafts.server";
export { followWay } from "./engine";
export { showResult } from "./find.server";
export { adoptDrafts, giveDraft } from "./give-drafts.server";
export { findDrafts, findSubjects, listWorkedOn } from "./list-drafts.server";
export { type OverShoulder, showOver } from "./over-shoulder.server";
export { type DraftCard, findResumePath, listOwnDrafts } from "./resume.server";
export { isReusable, reuseCase } from "./reuse.server";
export { saveTyped } from "./save.server";
export { showStep } from "./show.server";
export { showStart, showTasks } from "./start.server";
export { stayAtStep } from "./stay.server";
export { submitFlow } from "./submit.server";
export { rowsSent } from "./typed-rows";
export { measureUploads } from "./uploads/quotas.server";
export { readSmall } from "./uploads/small.server";
export { findUpload, readUpload } from "./uploads/uploads.server";
