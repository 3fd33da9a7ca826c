import { DateTime } from "luxon";
import {
  type CouncillorView,
  councillorsFor,
  type LibraryView,
  listLibraries,
  nextSurgery,
  openAt,
} from "../features/directory/directory.server";
import { type Address, type AddressView, collectionsFor } from "../features/places/places.server";
import { calendarDate, zone } from "../platform/clock";
import { type Context, goTo, type PageView } from "../platform/context.server";
import type { OfferedService } from "../services/catalogue.server";
import type { Answers } from "./engine";
import { servicePath } from "./paths";
import { relatedOf } from "./start.server";
import { enterService, nextPath, openVisit } from "./visit.server";

/** One thing that was found: a day, a person, a place. */
export interface Finding {
  title: string;
  lines: string[];
  links?: { text: string; href: string }[];
  rows?: { key: string; value: string }[];
}

export interface ResultView extends PageView {
  kind: "result";
  caption: string;
  heading: string;
  intro: string | undefined;
  findings: Finding[];
  nothing: string | undefined;
  /** What there is to know of what was found. */
  next: string[];
  again: string;
  related: { title: string; href: string }[];
}

/** Shows what a find service found for the answers given. Nothing is sent to anybody. */
export async function showResult(context: Context, params: Record<string, string | undefined>): Promise<ResultView> {
  const service = await enterService(context, params["service"]);
  const { way } = await openVisit(context, service);
  if (!service.find) throw goTo(context, servicePath(service));
  if (way.next || way.stop) throw goTo(context, nextPath(service, way));
  const { text } = context;
  const {
    intro,
    findings,
    nothing = "nothing",
  } = await sources[service.find.source](context, way.answers, service.find.by);
  const first = way.steps[0]!;
  return {
    title: text.t(`flow:result.${service.find.source}.title`),
    kind: "result",
    caption: text.t(`services/${service.id}:title`),
    heading: text.t(`flow:result.${service.find.source}.title`),
    intro,
    findings,
    nothing: findings.length === 0 ? text.t(`flow:result.${service.find.source}.${nothing}`) : undefined,
    next: findings.length === 0 ? [] : text.items(`services/${service.id}:next`),
    again: text.link(servicePath(service, first.step.id)),
    related: await relatedOf(context, service as OfferedService),
  };
}

interface Found {
  intro: string | undefined;
  /** The text that says why nothing was found. */
  nothing?: string;
  findings: Finding[];
}
type Source = (context: Context, answers: Answers, by: string) => Promise<Found>;
type SourceId = NonNullable<OfferedService["find"]>["source"];

/** How far ahead collections are shown, in days. */
const daysAhead = 28;
const daysShown = 6;

const collections: Source = async (context, answers, by) => {
  const { text } = context;
  const address = answers[by] as Address | undefined;
  const from = calendarDate(context.clock.now());
  const days = address?.id ? await collectionsFor(context.db, address.id, { from, days: daysAhead }) : [];
  return {
    intro: addressLine(address),
    findings: days.slice(0, daysShown).map(({ date, bins, changedFrom }) => ({
      title: text.day(date),
      lines: [
        text.list(bins.map((bin) => text.t(`flow:bins.${bin}`))),
        ...(changedFrom ? [text.t("flow:result.collections.changed", { date: text.day(changedFrom) })] : []),
      ],
    })),
  };
};

const addressLine = (address: Pick<AddressView, "lines" | "postcode"> | undefined) =>
  address && [...address.lines, address.postcode].filter(Boolean).join(", ");

const councillors: Source = async (context, answers, by) => {
  const { text } = context;
  const address = answers[by] as Address | undefined;
  const found = address?.ward ? await councillorsFor(context.db, address.ward.code) : [];
  return {
    intro: address?.ward && text.t("flow:result.councillors.ward", { ward: address.ward.name }),
    nothing: address?.ward ? "no-councillors" : "nothing",
    findings: found.map((one) => ({
      title: one.name,
      lines: surgeryOf(context, one),
      links: [
        { text: one.email, href: `mailto:${one.email}` },
        ...(one.phone ? [{ text: one.phone, href: `tel:${one.phone.replace(/\s/g, "")}` }] : []),
      ],
    })),
  };
};

/** Where and when residents can come to see a councillor without being asked. */
function surgeryOf({ text, clock }: Context, { surgery }: CouncillorView): string[] {
  if (!surgery) return [];
  const day = text.day(nextSurgery(surgery, clock.now()));
  const times = { from: text.hour(surgery.from), until: text.hour(surgery.until) };
  return [text.t("flow:result.councillors.surgery", { day, ...times, place: surgery.place })];
}

/** What a person needs, by option, as the directory knows it. */
const facilities: Record<string, string> = {
  computers: "computers",
  printing: "printing",
  "childrens-area": "children",
  "study-space": "study",
  "meeting-room": "meeting-room",
  "step-free": "step-free",
  "accessible-toilet": "toilets",
};
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const libraries: Source = async (context, answers, by) => {
  const { text } = context;
  const need = String(answers[by] ?? "all");
  const all = await listLibraries(context.db, { need: facilities[need] });
  const now = context.clock.now();
  const fitting = all.filter((library) => opensAsNeeded(library, need));
  return {
    intro: undefined,
    findings: fitting.map((library) => ({
      title: library.name,
      lines: [
        [...library.lines, library.town, library.postcode].filter(Boolean).join(", "),
        openAt(library, now).open ? text.t("flow:result.libraries.open") : text.t("flow:result.libraries.closed"),
      ],
      links: library.phone ? [{ text: library.phone, href: `tel:${library.phone.replace(/\s/g, "")}` }] : [],
      rows: weekdays.map((day, index) => ({
        key: text.t(`flow:weekdays.${day}`),
        value: hoursText(context, library, index + 1),
      })),
    })),
  };
};

const lateEvening = "18:00";

function opensAsNeeded(library: LibraryView, need: string): boolean {
  const hours = (weekday: number) => spansOf(library, weekday);
  if (need === "open-sunday") return hours(7).length > 0;
  if (need === "open-saturday") return hours(6).length > 0;
  if (need === "open-evening") return [1, 2, 3, 4, 5].some((day) => hours(day).some(([, end]) => end > lateEvening));
  return true;
}

function hoursText(context: Context, library: LibraryView, weekday: number): string {
  const { text } = context;
  const spans = spansOf(library, weekday);
  if (spans.length === 0) return text.t("flow:result.libraries.closed-day");
  return spans
    .map(([from, to]) =>
      text.t("flow:result.libraries.hours", { from: clockTime(context, from), to: clockTime(context, to) }),
    )
    .join(", ");
}

/** A wall-clock time such as `17:30`, as the reader's language writes it. */
const clockTime = ({ text }: Context, time: string) =>
  text.time(DateTime.fromISO(`2026-01-05T${time}`, { zone }).toJSDate());

const spansOf = (library: LibraryView, weekday: number) => library.hours[weekday - 1] ?? [];

const sources: Record<SourceId, Source> = { collections, councillors, libraries };
