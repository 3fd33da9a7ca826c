import type { Context } from "../platform/context.server";
import { findSubject, may } from "../platform/context.server";
import { findService, readCatalogue } from "../services/catalogue.server";
import { findDraftFor } from "./drafts.server";
import { followWay } from "./engine";
import { listDrafts } from "./list-drafts.server";
import { othersAt } from "./sharing.server";
import { nextPath } from "./visit.server";

/** Something begun and not sent, with where it goes on. */
export interface DraftCard {
  id: string;
  title: string;
  saved: string;
  /** Who else is at work on it, where several people share it. */
  others: string | undefined;
  /** Where it goes on, and where it is thrown away; none for those who may only look. */
  ways: { resume: string; discard: string } | undefined;
}

/** What the reader has begun and not sent, the newest first. Services that were switched off meanwhile are left out. */
export async function listOwnDrafts(context: Context, limit?: number): Promise<DraftCard[]> {
  const subject = findSubject(context);
  if (!subject || !may(context, "draft.see", subject)) return [];
  const mayChange = may(context, "draft.change", subject);
  const { all, byId } = await readCatalogue(context);
  const lookUps = all.filter((service) => service.find).map((service) => service.id);
  const drafts = await listDrafts(context, subject, lookUps);
  const { text } = context;
  const cards: DraftCard[] = [];
  for (const draft of drafts.slice(0, limit)) {
    const { id, serviceId, answers, updatedAt } = draft;
    const service = byId.get(serviceId);
    if (!service) continue;
    cards.push({
      id,
      title: text.t(`services/${serviceId}:title`),
      saved: text.t("home:saved", { day: text.day(updatedAt), time: text.time(updatedAt) }),
      others: await othersAt(context, draft),
      ways: mayChange
        ? {
            resume: text.link(nextPath(service, followWay(service, answers))),
            discard: text.link(`/account/drafts/${id}/discard`),
          }
        : undefined,
    });
  }
  return cards;
}

/** Where somebody goes on with a draft of theirs; undefined where they have none of this id. */
export async function findResumePath(context: Context, draftId: string): Promise<string | undefined> {
  const draft = await findDraftFor(context, draftId, "draft.change");
  const service = draft && (await findService(context, draft.serviceId));
  return service && nextPath(service, followWay(service, draft.answers));
}
