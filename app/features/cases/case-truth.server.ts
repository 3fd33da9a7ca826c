import type { Texts } from "../../platform/i18n/i18n.server";
import { findDefinition } from "../../services/catalogue.server";
import { wordsOfOutcome } from "../../services/outcomes";
import { standardFor, standardKeys } from "../../services/standard";
import { type CaseFacts, isWaitingForReader, whenOf } from "./case-words";
import type { CaseView } from "./records.server";
import { isEnded } from "./states";

type TruthOf = Pick<CaseView, "serviceId" | "state" | "outcome" | "targetDate" | "answers">;

/** The one sentence that answers "What is going on?", first on every page and card of a case. */
export function truthOf(text: Texts, view: TruthOf, { today, booking, amountPence }: CaseFacts): string {
  const { state, serviceId, targetDate } = view;
  const service = `services/${serviceId}`;
  const said = isEnded(state) && wordsOfOutcome(text, serviceId, view.outcome, "said");
  if (said) return said;
  if (state === "done") return text.first([`${service}:outcome`, "cases:truth.done"]);
  if (isEnded(state)) return text.t(`cases:truth.${state}`);
  if (state === "unpaid" && amountPence)
    return text.t("cases:truth.unpaid-amount", { amount: text.money(amountPence) });
  if (isWaitingForReader(state)) return text.t(`cases:truth.${state}`);
  if (booking?.state === "booked") return text.t("cases:truth.booked", { when: whenOf(text, booking) });
  if (!targetDate) return text.t(`cases:truth.${state}`);
  const date = text.day(targetDate);
  if (targetDate < today) return text.t("cases:truth.late", { date });
  const definition = findDefinition(serviceId);
  const words = definition && standardFor(definition, view.answers)?.words;
  const promise = text.first([...standardKeys(serviceId, words, "promise"), "cases:truth.promise"], { date });
  return state === "received" ? promise : text.t(`cases:truth.${state}-promise`, { promise });
}
