import type { Service } from "./service";

/** Whether money is paid on the way, so that a card is needed. */
export const asksForPayment = ({ processes }: Pick<Service, "processes">): boolean => processes.includes("pay");

/** Where the words of the button that sends a service may stand, best first: its own, then those of its process. */
export function sendKeys({ id, processes }: Pick<Service, "id" | "processes">): string[] {
  const [process] = processes;
  const paid = process !== "pay" && asksForPayment({ processes }) ? [`flow:send.${process}-and-pay`] : [];
  return [`services/${id}:sendButton`, ...paid, `flow:send.${process}`];
}
