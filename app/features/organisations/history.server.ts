import { stringify } from "csv-stringify/sync";
import { DateTime } from "luxon";
import type { ActorKind, Subject } from "../../platform/actor";
import type { AuditEntry } from "../../platform/audit-chain";
import { type AuditFilter, listActors, readAudit, sliceSize } from "../../platform/audit-read.server";
import { zone } from "../../platform/clock";
import type { Context } from "../../platform/context.server";
import { fieldOf } from "../../platform/http/field";
import { isolate } from "../../platform/i18n/isolate";
import { unbroken } from "../../platform/i18n/unbroken";
import { plainLine } from "../../platform/typed";
import { listPeople } from "../accounts/accounts.server";
import { linesOf } from "./fields";
import { listInvited } from "./invitations.server";
import { type Details, listVersions } from "./versions.server";

/** A line of an organisation's history, in the reader's language. */
export interface HistoryRow {
  /** The entry's number in its chain. */
  number: number;
  at: string;
  who: string;
  what: string;
  how: string;
  /** The case that it is about. */
  reference: string | undefined;
}

/** What the history may be narrowed to, as typed into its form. */
export interface HistoryFilter {
  who: string;
  kind: string;
  from: string;
  until: string;
  /** The number of the last line of the page before. */
  before: number | undefined;
}

/** The kinds of entry that one may ask for: the part of an action before the full stop. */
export const historyKinds = ["case", "draft", "payment", "booking", "member", "organisation", "letter"] as const;

export function readFilter(query: URLSearchParams): HistoryFilter {
  const get = (name: string) => plainLine(fieldOf(query, name)).slice(0, 100);
  const line = Number(get("before"));
  const before = Number.isSafeInteger(line) && line > 0 ? line : undefined;
  return { who: get("who"), kind: get("kind"), from: get("from"), until: get("until"), before };
}

/** Those who are not named one by one. */
const kindsOfOthers: ActorKind[] = ["staff", "floorwalker", "api", "system", "guest"];

/** Everybody whom the history tells of, as one may ask for them: those who have left too, and the council. */
export async function listWho(context: Context, subject: Subject): Promise<{ value: string; text: string }[]> {
  const { text } = context;
  const actors = await listActors(context, subject);
  const ids = actors.filter(({ kind }) => kind === "account").map(({ id }) => id);
  const people = await listPeople(context, ids);
  const named = ids.map((value) => ({
    value,
    text: people.get(value)?.name ?? text.t("organisations:history.somebody"),
  }));
  const others = kindsOfOthers.filter((one) => actors.some(({ kind }) => kind === one));
  return [
    ...named.sort((one, other) => one.text.localeCompare(other.text, context.lng)),
    ...others.map((kind) => ({ value: kind, text: text.t(`organisations:history.by.${kind}`) })),
  ];
}

/** The first or the last instant of a calendar date in Europe/London; undefined where there is no such date. */
function instantOf(date: string, edge: "startOf" | "endOf"): Date | undefined {
  const day = DateTime.fromISO(date, { zone });
  return day.isValid ? day[edge]("day").toJSDate() : undefined;
}

/** What is asked of the log, from what is typed into the form. */
function auditFilterOf(filter: HistoryFilter): AuditFilter {
  const actorKind = kindsOfOthers.find((kind) => kind === filter.who);
  return {
    actorId: actorKind ? undefined : filter.who || undefined,
    actorKind,
    kind: historyKinds.find((kind) => kind === filter.kind),
    from: instantOf(filter.from, "startOf"),
    until: instantOf(filter.until, "endOf"),
  };
}

/** Lines of a page. */
const pageSize = 200;
/** Entries that are looked at for one page: of a long history, older ones are a page of their own, found or not. */
const mostLooked = 8 * sliceSize;

/**
 * A page of an organisation's history, the newest first, in the reader's words.
 * @returns the number below which the next page begins; undefined on the last one
 */
export async function listHistory(
  context: Context,
  subject: Subject,
  filter: HistoryFilter,
): Promise<{ rows: HistoryRow[]; next: number | undefined }> {
  const found: AuditEntry[] = [];
  let looked = 0;
  let next: number | undefined;
  for await (const { entries, lowest, isLast } of readAudit(context, subject, auditFilterOf(filter), filter.before)) {
    found.push(...entries);
    looked += sliceSize;
    next = isLast ? undefined : lowest;
    if (found.length > pageSize || looked >= mostLooked) break;
  }
  const page = found.slice(0, pageSize);
  return { rows: await describe(context, subject, page), next: found.length > pageSize ? page.at(-1)!.number : next };
}

/** How a version of the details is worded in an entry about one of them. */
const wordings = new Map<string, (details: Details) => string>([
  ["organisation.renamed", ({ name }) => name],
  ["organisation.moved", ({ premises }) => linesOf(premises).join(", ")],
]);

async function describe(context: Context, subject: Subject, entries: AuditEntry[]): Promise<HistoryRow[]> {
  const { text } = context;
  const isPerson = (kind: string) => kind === "account";
  const ids = entries.flatMap((entry) => [entry.actorId, ...(isPerson(entry.recordKind) ? [entry.recordId] : [])]);
  const people = await listPeople(context, [...new Set(ids)]);
  const isChanged = entries.some(({ action }) => wordings.has(action));
  const invited = await listInvited(
    context,
    entries.filter(({ recordKind }) => recordKind === "invitation").map(({ recordId }) => recordId),
  );
  const versions = isChanged ? await listVersions(context, subject.id) : undefined;
  const nameOf = (id: string) => people.get(id)?.name ?? text.t("organisations:history.somebody");
  return entries.map((entry) => {
    const { service, role, from, to, amountPence, reference } = entry.detail;
    // Staff act for the council, not under their own name.
    const who = isPerson(entry.actorKind)
      ? nameOf(entry.actorId)
      : text.t(`organisations:history.by.${entry.actorKind}`);
    const word = (key: string, value: unknown) => (value ? text.t(`${key}.${String(value)}`) : "");
    const states = entry.action.startsWith("member") ? "organisations:roles" : "cases:states";
    const wording = wordings.get(entry.action);
    const stand = (value: unknown) => {
      if (!wording) return word(states, value);
      const version = versions?.get(Number(value));
      return version ? isolate(wording(version)) : "–";
    };
    return {
      number: entry.number,
      at: `${text.date(entry.at)}, ${text.time(entry.at)}`,
      who,
      what: text.t(`organisations:history.actions.${entry.action.replace(".", "-")}`, {
        reference: typeof reference === "string" ? isolate(unbroken(reference)) : "–",
        service: service ? text.t(`services/${String(service)}:title`) : "",
        person: isPerson(entry.recordKind) ? nameOf(entry.recordId) : isolate(invited.get(entry.recordId) ?? "–"),
        role: word("organisations:roles", role),
        from: stand(from),
        to: stand(to),
        amount: typeof amountPence === "number" ? text.money(amountPence) : "",
      }),
      how: text.t(`organisations:history.channels.${entry.channel}`),
      reference: typeof reference === "string" ? reference : undefined,
    };
  });
}

/** What keeps a value in its order, or in one line, within a sentence. */
const steering = /[\u2060\u2066-\u2069]/g;

/**
 * The history as a file for a spreadsheet, a part at a time: UTF-8 with a byte order mark, RFC 4180. A cell that a
 * spreadsheet would take for a formula is disarmed. Marks that steer how a page is shown stay behind: whoever looks for a
 * cell's words would not find them.
 */
export async function* writeHistory(context: Context, subject: Subject, filter: HistoryFilter): AsyncGenerator<string> {
  const format = { escape_formulas: true, record_delimiter: "windows" } as const;
  const columns = ["number", "at", "who", "what", "reference", "how"] as const;
  const head = columns.map((column) => context.text.t(`organisations:history.columns.${column}`));
  yield stringify([head], { bom: true, ...format });
  for await (const { entries } of readAudit(context, subject, auditFilterOf(filter))) {
    if (entries.length === 0) continue;
    const rows = await describe(context, subject, entries);
    yield stringify(
      rows.map((row) => columns.map((column) => String(row[column] ?? "").replace(steering, ""))),
      format,
    );
  }
}
