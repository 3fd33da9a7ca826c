import type { Texts } from "../../platform/i18n/i18n.server";
import { findDefinition } from "../../services/catalogue.server";
import { wordsOfOutcome } from "../../services/outcomes";
import { type CaseState, staffStates } from "../cases/cases.server";

/** Where staff may move a case to: its service's outcomes stand for being done, and before being closed without one. */
export function movesOf(text: Texts, serviceId: string, states: CaseState[]): { value: string; text: string }[] {
  const outcomes = findDefinition(serviceId)?.outcomes ?? [];
  return states.flatMap((state) => {
    const own = outcomes.filter((one) => one.state === state);
    const plain = { value: state, text: text.t(`staff:moves.${state}`) };
    const named = own.map(({ id }) => ({ value: id, text: wordsOfOutcome(text, serviceId, id, "choice") ?? id }));
    return state === "done" && own.length > 0 ? named : [...named, plain];
  });
}

/** What a choice of `movesOf` stands for. */
export function readMove(serviceId: string, chosen: string): { to: CaseState | undefined; outcome?: string } {
  const outcome = findDefinition(serviceId)?.outcomes.find(({ id }) => id === chosen);
  if (outcome) return { to: outcome.state, outcome: outcome.id };
  return { to: staffStates.find((state) => state === chosen) };
}
