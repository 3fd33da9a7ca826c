import type { Texts } from "../platform/i18n/i18n.server";

/** Where the words of what a case came to stand, such as `said` or `appeal`: the service's own, else everybody's. */
const keys = (serviceId: string, outcome: string, key: string) => [
  `services/${serviceId}:outcomes.${outcome}.${key}`,
  `cases:outcomes.${outcome}.${key}`,
];

/** One text of an outcome; undefined where there is none, or where a case merely ended in a state. */
export function wordsOfOutcome(
  text: Texts,
  serviceId: string,
  outcome: string | undefined,
  key: "said" | "choice" | "more",
): string | undefined {
  const found = outcome && keys(serviceId, outcome, key).find(text.has);
  return found ? text.t(found) : undefined;
}
