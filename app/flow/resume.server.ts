import type { Context } from "../platform/context.server";
import { findSubject, may } from "../platform/context.server";
import { findDefinition, findService, readCatalogue } from "../services/catalogue.server";
import { findDraftFor } from "./drafts.server";
import { followWay } from "./engine";
import { listDrafts } from "./list-drafts.server";
import { servicePath } from "./paths";
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

/** What the reader has begun and not sent, the newest first. Of a service that was switched off, its page shows what is kept. */
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
    const known = service ?? findDefinition(serviceId);
    if (!known) continue;
    cards.push({
      id,
      title: text.t(`services/${serviceId}:title`),
      saved: text.t("home:saved", { day: text.day(updatedAt), time: text.time(updatedAt) }),
      others: await othersAt(context, draft),
      ways: mayChange
        ? {
            resume: text.link(service ? nextPath(service, followWay(service, answers)) : servicePath(known)),
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
  if (service) return nextPath(service, followWay(service, draft.answers));
  const off = draft && findDefinition(draft.serviceId);
  return off && servicePath(off);
}
