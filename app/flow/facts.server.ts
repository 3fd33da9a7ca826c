import { readFacts, saveFacts } from "../features/accounts/accounts.server";
import type { Subject } from "../platform/actor";
import { type Context, findSubject } from "../platform/context.server";
import type { FactKey } from "../services/service";
import type { Draft } from "./draft";
import type { Way } from "./engine";

/** What is told of the person who fills in, whoever they act for: no other member's form has any business with it. */
const personal: string[] = ["name", "email", "phone"] satisfies FactKey[];

type Facts = Record<string, unknown>;
const only = (facts: Facts, wanted: (key: string) => boolean): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => wanted(key)));
export const isPersonal = (key: string) => personal.includes(key);
const isShared = (key: string) => !isPersonal(key);

/** What the council knows already of whom the reader acts for, and of the reader: whoever sends is whom it calls back. */
export async function readKnown(context: Context): Promise<Facts> {
  const { actor, acting, client } = context;
  const subject = findSubject(context);
  if (!subject || actor.kind !== "account") return {};
  if (client) return { name: client.name, ...(await readFacts(context, subject)) };
  const own = await readFacts(context, { kind: "account", id: actor.id });
  return acting ? { ...only(own, isPersonal), ...only(await readFacts(context, subject), isShared) } : own;
}

/** What was said on a way, by fact key. */
export function factsOf({ steps, answers }: Way, wanted: (stepId: string) => boolean = () => true): Facts {
  const facts: Facts = {};
  for (const { step, questions } of steps)
    for (const { fact, id } of wanted(step.id) ? questions : [])
      if (fact && answers[id] !== null && answers[id] !== undefined) facts[fact.key] = answers[id];
  return facts;
}

/**
 * Tell us once: what was said here need not be said again. Of an organisation's draft, each keeps what they said of
 * themselves, whoever of them sends it.
 */
export async function keepFacts(context: Context, draft: Draft, way: Way): Promise<void> {
  const { subject, edits } = draft;
  if (subject.kind === "guest") return;
  if (subject.kind !== "organisation") return keep(context, subject, factsOf(way));
  await keep(context, subject, only(factsOf(way), isShared));
  const authors = new Map(way.steps.map(({ step }) => [step.id, edits[step.id]?.answered?.by]));
  for (const id of new Set(authors.values()))
    if (id)
      await keep(
        context,
        { kind: "account", id },
        only(
          factsOf(way, (step) => authors.get(step) === id),
          isPersonal,
        ),
      );
}

const keep = async (context: Context, subject: Subject, facts: Facts): Promise<void> => {
  if (Object.keys(facts).length > 0) await saveFacts(context, subject, facts);
};
