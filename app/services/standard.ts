import { evaluate } from "./logic";
import type { Service } from "./service";

/** What a council promises for one case: by when, and in which words. */
export interface Standard {
  workingDays: number;
  /** Where its words stand under `standards` of the service's texts; undefined where they are the service's own. */
  words: string | undefined;
}

type Answers = Record<string, unknown>;

/** The promise for these answers; undefined where the service makes none. */
export function standardFor({ standard }: Service, answers: Answers): Standard | undefined {
  if (!standard) return undefined;
  const words = evaluate(standard.words ?? null, answers);
  return {
    workingDays: Number(evaluate(standard.workingDays, answers)),
    words: typeof words === "string" ? words : undefined,
  };
}

/** Whether what is promised is another thing for other answers: nothing can be said of it before they are there. */
export const standardVaries = ({ standard }: Service): boolean => typeof standard?.workingDays === "object";

/** Who deals with a case of these answers. */
export const teamFor = ({ team }: Service, answers: Answers): string => String(evaluate(team, answers));

/** Whether staff should look at a case of these answers first. */
export const isUrgent = ({ priority }: Service, answers: Answers): boolean =>
  priority !== undefined && evaluate(priority, answers) === "high";

/** Where the words of a promise stand, such as `promise` or `next`, best first. */
export const standardKeys = (serviceId: string, words: string | undefined, key: string): string[] => [
  ...(words ? [`services/${serviceId}:standards.${words}.${key}`] : []),
  `services/${serviceId}:${key}`,
];
