import { calendarDate } from "../../platform/clock";
import type { Context } from "../../platform/context.server";
import { fieldOf } from "../../platform/http/field";
import { plainLine } from "../../platform/typed";
import { findDefinition, readCatalogue } from "../../services/catalogue.server";
import { isUrgent } from "../../services/standard";
import { stateTag } from "../cases/cases";
import { type CaseState, type CaseView, isEnded, listCases } from "../cases/cases.server";
import type { CaseListView } from "./case-list";

/** Groups of states, by what staff look for. Undefined: every state. */
const groups: Record<string, CaseState[] | undefined> = {
  open: ["received", "in-progress", "reopened", "waiting-for-you", "unpaid"],
  ours: ["received", "in-progress", "reopened"],
  theirs: ["waiting-for-you", "unpaid"],
  ended: ["done", "closed", "cancelled", "withdrawn"],
  all: undefined,
};

export interface Filter {
  group: string;
  service: string;
  before: string | undefined;
}

/** The filter in an address, whatever stands there. */
export function readFilter(query: URLSearchParams): Filter {
  const group = fieldOf(query, "state");
  return {
    group: Object.hasOwn(groups, group) ? group : "open",
    service: plainLine(fieldOf(query, "service")),
    before: fieldOf(query, "before") || undefined,
  };
}

/** A page of cases for staff, the newest first. */
export async function makeCaseList(context: Context, filter: Filter): Promise<CaseListView> {
  const { text, lng } = context;
  const { group, service, before } = filter;
  const [{ all }, { cases, next }] = await Promise.all([
    readCatalogue(context),
    listCases(context, { states: groups[group], serviceId: service || undefined, before }),
  ]);
  const query = (more: Record<string, string>) => `/staff?${new URLSearchParams({ state: group, service, ...more })}`;
  const services = all.map(({ id }) => ({ value: id, text: text.t(`services/${id}:title`) }));
  return {
    title: text.t("staff:list.title"),
    groups: Object.keys(groups).map((value) => ({ value, text: text.t(`staff:groups.${value}`) })),
    services: services.sort((a, b) => a.text.localeCompare(b.text, lng)),
    group,
    service,
    rows: cases.map((view) => rowOf(context, view)),
    older: next && text.link(query({ before: next })),
    newest: before && text.link(query({})),
  };
}

function rowOf({ text, clock }: Context, view: CaseView): CaseListView["rows"][number] {
  const { reference, serviceId, contact, state, targetDate, createdAt } = view;
  return {
    reference,
    href: text.link(`/staff/cases/${reference}`),
    service: text.t(`services/${serviceId}:title`),
    isUrgent: !isEnded(state) && isUrgentCase(view),
    name: contact.name ?? "",
    tag: stateTag(text, state),
    promised: targetDate ? text.day(targetDate) : "",
    isLate: !!targetDate && targetDate < calendarDate(clock.now()) && !isEnded(state),
    sent: text.t("bookings:day-time", { day: text.day(createdAt), time: text.time(createdAt) }),
  };
}

/** Whether its service's definition has staff look at it first. */
function isUrgentCase({ serviceId, answers }: CaseView): boolean {
  const definition = findDefinition(serviceId);
  return definition !== undefined && isUrgent(definition, answers);
}
