import { type Context, refuse } from "../context.server";
import { takeAll } from "../rate-limits.server";

/** Characters of a form that cost nothing: more than almost anybody types on a page. */
const free = 8_000;

/**
 * Counts what is kept of a form for somebody who may be anybody, beyond what people type, from their network and in all.
 * @throws the page that says to come again, with what was typed, where there is no more room
 */
export async function takeRoomForTexts(context: Context, form: FormData): Promise<void> {
  let characters = 0;
  for (const [, value] of form) if (typeof value === "string") characters += value.length;
  if (characters <= free) return;
  const { textsNetwork, textsAll } = context.limits;
  const taken = await takeAll(
    [
      [textsNetwork, context.address],
      [textsAll, "all"],
    ],
    Math.ceil(characters / 1000),
  );
  if (taken.wait > 0) throw refuse(503);
}

/**
 * Counts what begins to be kept for somebody who is not signed in, from their network and in all.
 * @throws as {@link takeRoomForTexts}
 */
export async function takeRoomForBegun(context: Context): Promise<void> {
  if (context.actor.kind !== "guest") return;
  const { begunNetwork, begunAll } = context.limits;
  const taken = await takeAll([
    [begunNetwork, context.address],
    [begunAll, "all"],
  ]);
  if (taken.wait > 0) throw refuse(503);
}
