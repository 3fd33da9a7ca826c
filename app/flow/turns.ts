import type { Turn } from "~db/schema/flow";
import { fieldOf } from "../platform/http/field";

/** Of how many pages that show a step the last save is known. */
const kept = 8;

/** Which save of its page a form is; undefined where the page counts none. */
export function readTurn(form: FormData): Turn | undefined {
  const [, page, count] = /^([a-z0-9]{1,20})\.(\d{1,9})$/.exec(fieldOf(form, "turn")) ?? [];
  return page && count ? [page, Number(count)] : undefined;
}

/** Whether the page has saved this, or something newer, already: a save may arrive after the one that follows it. */
export const isPassed = (turns: Turn[] | undefined, [page, count]: Turn): boolean =>
  turns?.some(([own, last]) => own === page && last >= count) ?? false;

export const addTurn = (turns: Turn[] | undefined, turn: Turn): Turn[] =>
  [...(turns ?? []).filter(([page]) => page !== turn[0]), turn].slice(-kept);
