import type { Touch, Turn } from "~db/schema/flow";
import { listPeople } from "../features/accounts/accounts.server";
import { isWatched } from "../platform/audit.server";
import type { Context } from "../platform/context.server";
import type { Draft } from "./draft";
import type { Answers } from "./engine";
import { addTurn } from "./turns";

type Shared = Pick<Draft, "subject" | "edits">;

/** Under which key a draft keeps what is typed at a step: each of several people has what they typed for themselves. */
export const typedKey = ({ actor }: Context, { subject }: Pick<Draft, "subject">, stepId: string): string =>
  isWatched(subject) ? `${stepId} ${actor.id}` : stepId;

/** What a form of a shared draft sends back, to tell whether somebody else answered meanwhile; none for one's own draft. */
export const seenOf = (draft: Shared | undefined, stepId: string): string | undefined =>
  draft && isWatched(draft.subject) ? String(draft.edits[stepId]?.times ?? 0) : undefined;

/** How often the reader has sent a step: what was typed before it was last sent is older than what was sent. */
export const sentOf = (context: Context, draft: Shared | undefined, stepId: string): string =>
  String(draft?.edits[stepId]?.sent?.[typedKey(context, draft, stepId)] ?? 0);

/**
 * Notes that a step was typed at, or sent and refused or answered; and who did it, where several people share the draft.
 * @param turn which save of its page it was
 */
export function stamp(
  context: Context,
  draft: Shared,
  stepId: string,
  what: "typed" | "refused" | "answered",
  turn?: Turn,
): Draft["edits"] {
  const isShared = isWatched(draft.subject);
  if (what === "typed" && !isShared && !turn) return draft.edits;
  const touched = isShared ? { by: context.actor.id ?? "", at: context.clock.now().toISOString() } : undefined;
  const before = draft.edits[stepId] ?? { times: 0 };
  const after = { ...before, ...(touched && { touched }), ...(turn && { turns: addTurn(before.turns, turn) }) };
  if (what !== "typed")
    after.sent = { ...before.sent, [typedKey(context, draft, stepId)]: Number(sentOf(context, draft, stepId)) + 1 };
  if (what === "answered") Object.assign(after, { times: before.times + 1, ...(touched && { answered: touched }) });
  return { ...draft.edits, [stepId]: after };
}

/** Whether somebody else has answered the step otherwise since the form was fetched: their answer is not to be lost unseen. */
export function isOvertaken(
  context: Context,
  draft: Draft,
  stepId: string,
  { seen, answers }: { seen: string; answers: Answers },
): boolean {
  const edit = draft.edits[stepId];
  if (!isWatched(draft.subject) || !edit?.answered) return false;
  if (edit.answered.by === context.actor.id || String(edit.times) === seen) return false;
  return Object.entries(answers).some(([id, value]) => JSON.stringify(draft.answers[id]) !== JSON.stringify(value));
}

/** Who answered a step last, and at what time, in the reader's words. */
export async function editorOf(context: Context, { edits }: Shared, stepId: string): Promise<Editor | undefined> {
  const answered = edits[stepId]?.answered;
  return answered && wordTouch(context, answered);
}

/** Who answered last anywhere in a shared draft, and when, in the reader's words. */
export async function lastEditorOf(context: Context, { edits }: Shared): Promise<Editor | undefined> {
  const [latest] = Object.values(edits)
    .flatMap(({ answered }) => answered ?? [])
    .sort((one, other) => (one.at < other.at ? 1 : -1));
  return latest && wordTouch(context, latest);
}

export interface Editor {
  name: string;
  day: string;
  time: string;
}

/** How long ago somebody may have been at a draft to be named as being at work on it. */
const recentMs = 15 * 60 * 1000;

/** Who else is at work on a shared draft, or was a moment ago: a line for its pages. */
export async function othersAt(context: Context, draft: Shared | undefined): Promise<string | undefined> {
  if (!draft || !isWatched(draft.subject)) return undefined;
  const since = context.clock.now().getTime() - recentMs;
  const latest = Object.values(draft.edits)
    .flatMap(({ touched }) => touched ?? [])
    .filter(({ by, at }) => by !== context.actor.id && Date.parse(at) > since)
    .sort((one, other) => (one.at < other.at ? 1 : -1))[0];
  if (!latest) return undefined;
  return context.text.t("organisations:editing.by", { ...(await wordTouch(context, latest)) });
}

async function wordTouch(context: Context, { by, at }: Touch): Promise<Editor> {
  const name = (await listPeople(context, [by])).get(by)?.name;
  return {
    name: name ?? context.text.t("organisations:history.somebody"),
    day: context.text.day(new Date(at)),
    time: context.text.time(new Date(at)),
  };
}
