import { type Context, goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { takeRoomForBegun, takeRoomForTexts } from "../platform/http/typed-room.server";
import type { OfferedService } from "../services/catalogue.server";
import { refusalOf } from "./audience";
import type { Draft } from "./draft";
import { ensureDraft, findDraft, findDraftFor, keepTyped, type Order } from "./drafts.server";
import { readTyped } from "./form";
import { isClosed, lacksPayments } from "./offer.server";
import { touch } from "./parts/parts.server";
import { servicePath } from "./paths";
import { enterService, getService } from "./visit.server";

/**
 * The service of a form that was sent, for somebody who may use it.
 * @throws the start page; where the service was switched off meanwhile, what was sent is kept, and shown there
 */
export async function enterWith(
  context: Context,
  params: Record<string, string | undefined>,
  form: FormData,
  order?: Order,
): Promise<OfferedService> {
  const service = await getService(context, params["service"]);
  const step = service.steps.find((one) => one.id === params["step"]);
  if (step?.kind === "questions" && !refusalOf(context, service) && (await isClosed(context, service))) {
    const draft = await takeDraft(context, service, form);
    if (draft.state === "open") await keepTyped(context, draft.id, step.id, readTyped(form, step.questions), order);
  }
  return enterService(context, params["service"]);
}

/**
 * The draft that a form changes: the one it names, else the open one, else a new one.
 * @throws the page that says to come again, where more is kept already for whoever it comes from than people type
 */
export async function takeDraft(context: Context, service: OfferedService, form: FormData): Promise<Draft> {
  await takeRoomForTexts(context, form);
  const own = await findDraftFor(context, fieldOf(form, "draft") || undefined, "draft.change");
  const draft = own?.serviceId === service.id ? own : await beginDraft(context, service);
  if (draft.state === "open") await touch(context, draft.id);
  return draft;
}

async function beginDraft(context: Context, service: OfferedService): Promise<Draft> {
  if (lacksPayments(context, service)) throw goTo(context, servicePath(service));
  const by = await context.provenance();
  const open = await findDraft(context, by.subject, service.id);
  if (open) return open;
  await takeRoomForBegun(context);
  return ensureDraft(context, by, service);
}
