import type { Context } from "../platform/context.server";
import { findService } from "../services/catalogue.server";
import { type AnswerCard, answerCards } from "./check.server";
import type { Draft } from "./draft";
import { followWay } from "./engine";

/** What a helper sees of a draft: which service, which step, the answers that are not private. */
export interface OverShoulder {
  service: string;
  /** What the customer has before them; undefined where all is answered. */
  step: string | undefined;
  cards: AnswerCard[];
}

/**
 * A draft as somebody sees it who looks over its owner's shoulder.
 * @param hidden what stands in place of a private answer
 */
export async function showOver(context: Context, draft: Draft, hidden: string): Promise<OverShoulder | undefined> {
  const service = await findService(context, draft.serviceId);
  if (!service) return undefined;
  const { text } = context;
  const way = followWay(service, draft.answers);
  const answered = { ...way, steps: way.steps.filter((reached) => reached.complete) };
  const open = (way.next ?? way.stop)?.step;
  const first = open?.kind === "questions" ? open.questions[0] : undefined;
  const key = `services/${service.id}`;
  return {
    service: text.t(`${key}:title`),
    step:
      open &&
      text.first([`${key}:steps.${open.id}.title`, `${key}:questions.${first?.id ?? ""}.label`, `${key}:title`]),
    cards: answerCards(text, service, answered, { hidden }),
  };
}
