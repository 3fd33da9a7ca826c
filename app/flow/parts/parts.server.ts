import type { Context } from "../../platform/context.server";
import type { Service } from "../../services/service";
import { type Answers, without } from "../engine";
import { book } from "./book.server";
import { help } from "./help.server";
import type { Part } from "./part";
import { pay } from "./pay.server";
import { signIn } from "./sign-in.server";

/** All that joins the flow, in the order in which it is told. */
export const parts: Part[] = [signIn, help, book, pay];

/** @throws a redirect to what is to be done first; what was `sent` waits until then */
export async function admit(
  context: Context,
  service: Service,
  asked: { next: string; sent?: [string, string][] },
): Promise<void> {
  for (const part of parts) {
    const elsewhere = await part.admit?.(context, service, asked);
    if (elsewhere) throw elsewhere;
  }
}

/** Tells the parts that whoever asks begins, changes or sends a draft. */
export async function touch(context: Context, draftId: string): Promise<void> {
  for (const part of parts) await part.touch?.(context, draftId);
}

/** The answers of a draft with those that were given now, but for what does not stand any longer. */
export function addAnswers(service: Service, before: Answers, given: Answers): Answers {
  const after = { ...before, ...given };
  const outdated = parts.flatMap((part) => part.outdate?.(service, before, after) ?? []);
  return without(
    after,
    outdated.filter((id) => given[id] === undefined),
  );
}
