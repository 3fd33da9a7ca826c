import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "../features/accounts/accounts.server";
import { QueuePage, type QueueView } from "../features/letters/letters";
import { findLetter, listQueue } from "../features/letters/letters.server";
import type { Context } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { isolate } from "../platform/i18n/isolate";

export async function loader({ context }: LoaderFunctionArgs) {
  await requireStaff(context);
  const { text, url } = context;
  const after = fieldOf(url.searchParams, "after") || undefined;
  const page = await listQueue(context, after);
  const letters = page.letters.map(({ id, texts: [{ subject }], name, written }) => ({
    href: text.link(`/staff/letters/${id}`),
    subject,
    name,
    date: text.date(written),
  }));
  const first = after && text.link("/staff/letters");
  const more = page.next && text.link(`/staff/letters?after=${page.next}`);
  const done = await wordDone(context);
  return { title: text.t("kiosk:letters.title"), done, letters, first, more } satisfies QueueView;
}

/** What was just done with a letter. One that was not sent is gone, and so is the name on it. */
async function wordDone(context: Context): Promise<QueueView["done"]> {
  const { text, url } = context;
  const done = doneKeys.find((one) => one === fieldOf(url.searchParams, "done"));
  if (!done) return undefined;
  const id = fieldOf(url.searchParams, "letter");
  if (done !== "printed")
    return { text: text.t(`kiosk:letters.done.${done}`), href: undefined, isDone: done !== "late" };
  const letter = await findLetter(context, id);
  if (!letter || letter.waits) return undefined;
  return {
    isDone: true,
    text: text.t("kiosk:letters.done.printed", { name: isolate(letter.name) }),
    href: text.link(`/staff/letters/${id}`),
  };
}

const doneKeys = ["printed", "refuse", "late"] as const;

export default function StaffLetters() {
  return <QueuePage view={useLoaderData<typeof loader>()} />;
}
