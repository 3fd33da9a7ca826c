import { evaluate, holds } from "../services/logic";
import type { Question, Service, Step } from "../services/service";

/** Checked answers by question id; `null` where a question was left empty, `true` by step id where a notice was read. */
export type Answers = Record<string, unknown>;

/** A step on somebody's way through a service, with the questions that are asked there. */
export interface Reached {
  step: Step;
  questions: Question[];
  /** Nothing is left to do here. */
  complete: boolean;
}

/** Somebody's way through a service, as their answers lead it. */
export interface Way {
  steps: Reached[];
  /** The answers on this way. Those on branches that are no longer reached are left out. */
  answers: Answers;
  /** The way ends here, without anything to send. */
  stop: Reached | undefined;
  /** The first step with something left to do. */
  next: Reached | undefined;
}

/**
 * Follows a service's steps with the answers so far. A condition sees only answers on the way before it, so an answer
 * given on a branch that was left since decides nothing.
 */
export function followWay(service: Service, given: Answers): Way {
  const answers: Answers = {};
  const steps: Reached[] = [];
  for (const step of service.steps) {
    if (!holds(step.when, dataOf(service, answers))) continue;
    const reached = reach(service, step, given, answers);
    if (!reached) continue;
    steps.push(reached);
    if (step.kind === "stop") return { steps, answers, stop: reached, next: undefined };
  }
  return { steps, answers, stop: undefined, next: steps.find((reached) => !reached.complete) };
}

function reach(service: Service, step: Step, given: Answers, answers: Answers): Reached | undefined {
  if (step.kind === "stop") return { step, questions: [], complete: false };
  if (step.kind === "notice") {
    if (given[step.id] === true) answers[step.id] = true;
    return { step, questions: [], complete: given[step.id] === true };
  }
  const questions: Question[] = [];
  for (const question of step.questions) {
    if (!holds(question.when, dataOf(service, answers))) continue;
    questions.push(question);
    if (given[question.id] !== undefined) answers[question.id] = given[question.id];
  }
  if (questions.length === 0) return undefined;
  return { step, questions, complete: questions.every((question) => given[question.id] !== undefined) };
}

/** The answers but for some. */
export const without = (answers: Answers, ids: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));

/** What rules see: the answers, and the council's fees. */
export const dataOf = (service: Service, answers: Answers): Answers => ({ ...answers, fees: service.fees });

/** The amount to pay for these answers, in pence; undefined where the service costs nothing. */
export function feeOf(service: Service, answers: Answers): number | undefined {
  if (service.fee === undefined) return undefined;
  const pence = Math.round(Number(evaluate(service.fee, dataOf(service, answers))));
  return Number.isFinite(pence) && pence > 0 ? pence : undefined;
}

/** Steps of a way by the sections of a task list, in the definition's order. */
export function sectionsOf(service: Service, way: Way): { id: string; steps: Reached[] }[] {
  return service.sections.map((id) => ({ id, steps: way.steps.filter((reached) => reached.step.section === id) }));
}

/** The step before one on a way; undefined for the first. */
export function stepBefore(way: Way, stepId: string): Reached | undefined {
  const at = way.steps.findIndex((reached) => reached.step.id === stepId);
  return at > 0 ? way.steps[at - 1] : undefined;
}

/** The step after one on a way; undefined for the last. */
export function stepAfter(way: Way, stepId: string): Reached | undefined {
  const at = way.steps.findIndex((reached) => reached.step.id === stepId);
  return at === -1 ? undefined : way.steps[at + 1];
}
