import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readFacts } from "../features/accounts/accounts.server";
import { currentNotices } from "../features/directory/directory.server";
import { HomePage, type HomeView } from "../features/home/home";
import { collectionOf, listOwnCards, lookUpCollection, tilesOf } from "../features/home/home.server";
import { hasCollections } from "../features/places/places.server";
import { listOwnDrafts } from "../flow/flow.server";
import { type Context, findSubject } from "../platform/context.server";
import { readCatalogue } from "../services/catalogue.server";

export async function loader({ context }: LoaderFunctionArgs) {
  const { text, lng, db, clock } = context;
  const [{ all }, [draft], { cards }, found, isKept] = await Promise.all([
    readCatalogue(context),
    listOwnDrafts(context, 1),
    listOwnCards(context, { onlyOpen: true, limit: 2 }),
    context.acting ? undefined : findCollection(context),
    hasCollections(db),
  ]);
  // Without a calendar there is nothing to look up; notices still know where its reader lives.
  const collection = isKept ? found : undefined;
  const notices = await currentNotices(db, { now: clock.now(), lng, ...found?.here });
  return {
    title: text.t("home:title"),
    failed: collection?.error !== undefined && collection.address === undefined,
    carryOn: draft?.ways && { title: draft.title, saved: draft.saved, href: draft.ways.resume },
    inProgress: cards,
    tiles: tilesOf(
      text,
      all.filter((service) => service.audience.includes(context.acting ? "business" : "resident")),
    ),
    collection,
    notices,
  } satisfies HomeView;
}

/** The days of the reader's own address, where the council knows it and nothing else was asked. */
async function findCollection(context: Context) {
  const subject = findSubject(context);
  const isKnown = subject && subject.kind !== "guest" && !context.url.search;
  const address = isKnown ? (await readFacts(context, subject))["address"] : undefined;
  const { id } = (address ?? {}) as { id?: unknown };
  return (typeof id === "string" && (await collectionOf(context, id))) || lookUpCollection(context);
}

export default function Home() {
  return <HomePage view={useLoaderData<typeof loader>()} />;
}
