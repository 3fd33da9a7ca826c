import { data } from "@remix-run/node";
import { type Context, goTo, type PageView } from "../platform/context.server";
import { isolate } from "../platform/i18n/isolate";
import { addWorkingDays } from "../platform/working-days";
import { findService, type OfferedService, readCatalogue } from "../services/catalogue.server";
import { asksForPayment } from "../services/sending";
import { standardFor, standardVaries } from "../services/standard";
import { type Refusal, refusalOf } from "./audience";
import { type BodyView, bodiesFor } from "./bodies.server";
import { type AnswerCard, promiseOf } from "./check.server";
import { sectionsOf } from "./engine";
import { findObstacle } from "./offer.server";
import { admit } from "./parts/parts.server";
import { needsSignIn } from "./parts/sign-in.server";
import { servicePath } from "./paths";
import { answersSoFar } from "./so-far.server";
import { enterService, getService, nextPath, openVisit, type Visit } from "./visit.server";

export interface StartView extends PageView {
  kind: "start";
  heading: string;
  summary: string;
  need: string[];
  minutes: string;
  cost: { label: string; amount: string }[];
  promise: string | undefined;
  standard: string | undefined;
  data: string | undefined;
  /** They cannot use it as they act now: why, and what they can do instead. */
  refusal: Refusal | undefined;
  /** Nobody can use it now: why. */
  obstacle: string | undefined;
  /** Who does it here in place of the council. */
  bodies: BodyView[];
  /** What is kept of a service that was switched off while somebody filled it in. */
  soFar: AnswerCard[];
  /** Where "Start now" or "Carry on" leads. */
  start: string;
  begun: string | undefined;
  signInNeeded: boolean;
  /** Where to throw a begun draft away. */
  discard: string | undefined;
  related: { title: string; href: string }[];
  reviewed: string;
  phone: string;
  /** Where to book an advisor who helps to fill it in, while one can be booked. */
  inPerson: { title: string; href: string } | undefined;
}

/** The start page: what the service does, what it needs, costs and promises. */
export async function showStart(context: Context, params: Record<string, string | undefined>) {
  const service = await getService(context, params["service"]);
  const { text } = context;
  const key = `services/${service.id}`;
  const visit = await openVisit(context, service);
  const isBegun = visit.draft !== undefined && !service.find;
  const locked = needsSignIn(context, service);
  const start = locked ? `/sign-in?next=${encodeURIComponent(servicePath(service))}` : firstPath(visit);
  const obstacle = await findObstacle(context, service);
  const bodies = bodiesFor(context, service.body ? [service.body] : []);
  const isOff = obstacle === "switched-off";
  const view: StartView = {
    title: text.t(`${key}:title`),
    kind: "start",
    heading: text.t(`${key}:title`),
    summary: text.t(`${key}:summary`),
    need: [...text.items(`${key}:need`), ...(asksForPayment(service) ? [text.t("flow:start.card")] : [])],
    minutes: text.t("flow:minutes", { count: service.minutes }),
    cost: costOf(context, service),
    promise: standardVaries(service) ? undefined : promiseOf(context, service, {}),
    standard: standardOf(context, service),
    data: text.has(`${key}:data`) ? text.t(`${key}:data`) : undefined,
    refusal: refusalOf(context, service),
    obstacle: obstacle && text.t(`flow:obstacle.${obstacle}`, { body: bodies[0] && isolate(bodies[0].name) }),
    bodies,
    soFar: (isOff || service.body) && visit.draft ? answersSoFar(context, service, visit.draft) : [],
    start: text.link(start),
    begun: isBegun
      ? text.t("flow:begun", { date: text.day(visit.draft!.updatedAt), time: text.time(visit.draft!.updatedAt) })
      : undefined,
    signInNeeded: locked,
    discard: isBegun ? text.link(`/account/drafts/${visit.draft!.id}/discard`) : undefined,
    related: await relatedOf(context, service),
    reviewed: text.t("flow:reviewed", {
      date: text.date(service.owner.reviewed),
      team: text.t(`flow:teams.${service.owner.team}`),
    }),
    phone: context.config.council.phone,
    inPerson: isMeeting(service) ? undefined : await advisorOf(context),
  };
  return data(view, { status: isOff ? 404 : 200 });
}

/** What it costs: each fee, or that it costs nothing, or that somebody pays what they owe. */
function costOf({ text }: Context, { id, fee, fees }: OfferedService): StartView["cost"] {
  const all = Object.entries(fees);
  if (all.length === 0)
    return [{ label: text.t("flow:start.cost"), amount: text.t(`flow:start.${fee === undefined ? "free" : "owed"}`) }];
  return all.map(([name, pence]) => ({ label: text.t(`services/${id}:money.${name}`), amount: text.money(pence) }));
}

/** Whether a service is that of meeting somebody of the council: it has a choice of places. */
const isMeeting = ({ steps }: OfferedService) =>
  steps.some((step) => step.kind === "questions" && step.questions.some(({ type }) => type === "venue"));

/** The service that books an advisor, while somebody can be booked there. */
async function advisorOf(context: Context): Promise<StartView["inPerson"]> {
  const meeting = (await readCatalogue(context)).all.find(isMeeting);
  if (!meeting || refusalOf(context, meeting) || (await findObstacle(context, meeting))) return undefined;
  const { text } = context;
  return { title: text.t(`services/${meeting.id}:title`), href: text.link(servicePath(meeting)) };
}

function firstPath(visit: Visit): string {
  const { service, way } = visit;
  const first = way.steps[0];
  if (!visit.draft && first && service.sections.length === 0) return servicePath(service, first.step.id);
  if (service.find && first) return servicePath(service, first.step.id);
  return nextPath(service, way);
}

function standardOf(context: Context, service: OfferedService): string | undefined {
  if (standardVaries(service)) return context.text.t(`services/${service.id}:standards.range`);
  const standard = standardFor(service, {});
  if (!standard) return undefined;
  return context.text.t("flow:standard", {
    count: standard.workingDays,
    date: context.text.day(addWorkingDays(context.clock.now(), standard.workingDays)),
  });
}

/** The related services that this council offers. */
export const relatedOf = (context: Context, { related }: OfferedService) => linksTo(context, related);

/** Links to those of these services that this council offers. */
export async function linksTo(context: Context, ids: string[]): Promise<{ title: string; href: string }[]> {
  const offered = await Promise.all(ids.map((id) => findService(context, id)));
  return offered.flatMap((one) =>
    one ? [{ title: context.text.t(`services/${one.id}:title`), href: context.text.link(servicePath(one)) }] : [],
  );
}

export interface TasksView extends PageView {
  kind: "tasks";
  caption: string;
  heading: string;
  done: string;
  sections: { title: string; href: string | undefined; status: "done" | "begun" | "open" | "waiting" }[];
  /** Where the whole is looked over, once nothing is left. */
  check: string | undefined;
  stop: string | undefined;
  savedAt: string | undefined;
  back: string;
}

/** The task list of a long service: its sections, in any order that their conditions allow. */
export async function showTasks(context: Context, params: Record<string, string | undefined>): Promise<TasksView> {
  const service = await enterService(context, params["service"]);
  if (service.sections.length === 0) throw goTo(context, servicePath(service));
  await admit(context, service, { next: servicePath(service) });
  const { draft, way } = await openVisit(context, service);
  const { text } = context;
  const key = `services/${service.id}`;
  const sections = sectionsOf(service, way).map(({ id, steps }) => {
    const open = steps.find((one) => !one.complete);
    const begun = steps.some((one) => one.complete);
    const status = steps.length === 0 ? "waiting" : !open ? "done" : begun ? "begun" : "open";
    const target = open ?? steps[0];
    return {
      title: text.t(`${key}:sections.${id}`),
      status,
      href: target && text.link(servicePath(service, target.step.id)),
    } as const;
  });
  return {
    title: [text.t("flow:tasks.caption"), text.t(`${key}:title`)].join(" – "),
    kind: "tasks",
    caption: text.t("flow:tasks.caption"),
    heading: text.t(`${key}:title`),
    done: text.t("flow:tasks.so-far", {
      done: sections.filter((one) => one.status === "done").length,
      all: sections.length,
    }),
    sections,
    check: way.next || way.stop ? undefined : text.link(servicePath(service, "check")),
    stop: way.stop && text.link(servicePath(service, way.stop.step.id)),
    savedAt: draft && text.t("flow:saved-at", { time: text.time(draft.updatedAt) }),
    back: text.link(servicePath(service)),
  };
}
