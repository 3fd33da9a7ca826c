import { eq } from "drizzle-orm";
import { organisationTables, type Premises } from "~db/schema/organisations";
import type { Provenance } from "../../platform/actor";
import { audit } from "../../platform/audit.server";
import type { Context } from "../../platform/context.server";
import type { House } from "../../platform/house.server";
import { err, ok, type Result } from "../../platform/result";
import type { OvertakenProps } from "../../ui/overtaken/overtaken";
import { listPeople } from "../accounts/accounts.server";
import { linesOf } from "./fields";
import { endProof } from "./proof.server";
import { lockOrganisation, within } from "./records.server";

/** What may be changed of an organisation. */
export interface Details {
  name: string;
  premises: Premises;
}

/** One state of an organisation's details, from one change to the next. */
interface Version extends Details {
  version: number;
  changedBy: string;
  createdAt: Date;
}

/** Somebody else has changed the same meanwhile. */
export interface Overtaken {
  now: Version;
  /** The version in which it came to be what it is now. */
  since: Version;
  /** What the details would be: what was wanted to be changed, and for the rest what stands there now. */
  wanted: Details;
}

/** Whether two addresses read the same. */
export const isSamePlace = (one: Premises, other: Premises): boolean => wordsOf(one) === wordsOf(other);
const wordsOf = ({ lines, town, postcode, country }: Premises) => JSON.stringify([lines, town, postcode, country]);

/** What is compared, kept and told by itself. */
const parts = {
  name: { action: "organisation.renamed", isSame: (one: Details, other: Details) => one.name === other.name },
  premises: {
    action: "organisation.moved",
    isSame: ({ premises: one }: Details, { premises: other }: Details) =>
      isSamePlace(one, other) && one.uprn === other.uprn,
  },
};
type Part = keyof typeof parts;

/**
 * Changes what an organisation is called and where it is; from then on it is not proved. Two people who change different things both have their way.
 * @param seen the version that the wish was made from
 * @returns what stands there now, where somebody else has changed the same thing otherwise since that version
 */
export async function changeDetails(
  house: House,
  by: Provenance,
  { organisationId, seen, wanted }: { organisationId: string; seen: number; wanted: Details },
): Promise<Result<true, Overtaken>> {
  const { organisations, organisationVersions } = house.db.tables(organisationTables);
  return house.db.transaction(async () => {
    const before = await lockOrganisation(house, organisationId);
    const versions = await listVersions(house, organisationId);
    const now = versions.get(before.version)!;
    const base = versions.get(seen);
    const known = base ? keepProperty(wanted.premises, base.premises) : wanted.premises;
    const wish = { ...wanted, premises: keepProperty(known, now.premises) };
    const touched = (part: Part) => !base || !parts[part].isSame(wish, base);
    const next: Details = {
      name: touched("name") ? wish.name : now.name,
      premises: touched("premises") ? wish.premises : now.premises,
    };
    const changed = (Object.keys(parts) as Part[]).filter((part) => !parts[part].isSame(next, now));
    const clash = changed.find((part) => !base || !parts[part].isSame(now, base));
    if (clash) return err({ now, since: sinceWhen(versions, now, clash), wanted: next });
    if (changed.length === 0) return ok(true);
    const version = now.version + 1;
    await house.db.q
      .update(organisations)
      .set({ ...next, version })
      .where(eq(organisations.id, organisationId));
    const made = { ...next, version, changedBy: by.actor.id, createdAt: house.clock.now() };
    await house.db.q.insert(organisationVersions).values({ organisationId, ...made });
    for (const part of changed)
      await audit(house, within(by, organisationId), {
        action: parts[part].action,
        record: { kind: "organisation", id: organisationId },
        detail: { from: now.version, to: version },
      });
    await endProof(house, within(by, organisationId), organisationId, before.provedAt);
    return ok(true);
  });
}

/** The version that brought a part of the details, which later ones left as it was. */
function sinceWhen(versions: Map<number, Version>, now: Version, part: Part): Version {
  const before = versions.get(now.version - 1);
  return before && parts[part].isSame(before, now) ? sinceWhen(versions, before, part) : now;
}

/** What somebody else made of the details, and when, in the reader's words. */
export async function wordOvertaken(context: Context, { now, since }: Overtaken): Promise<OvertakenProps> {
  const { text } = context;
  const editor = (await listPeople(context, [since.changedBy])).get(since.changedBy)?.name;
  const when = text.t("bookings:day-time", { day: text.day(since.createdAt), time: text.time(since.createdAt) });
  return {
    text: text.t("organisations:details.overtaken", {
      name: editor ?? text.t("organisations:history.somebody"),
      when,
    }),
    answers: [
      { label: text.t("organisations:fields.name"), lines: [now.name] },
      { label: text.t("organisations:fields.premises"), lines: linesOf(now.premises) },
    ],
  };
}

/** The same place typed by hand is still the property that was chosen from the list. */
const keepProperty = (wanted: Premises, now: Premises): Premises =>
  !wanted.uprn && isSamePlace(wanted, now) ? now : wanted;

/** Every state of an organisation's details, by its number. */
export async function listVersions(house: House, organisationId: string): Promise<Map<number, Version>> {
  const { organisationVersions } = house.db.tables(organisationTables);
  const rows = await house.db.q
    .select()
    .from(organisationVersions)
    .where(eq(organisationVersions.organisationId, organisationId));
  return new Map(rows.map((row) => [row.version, row]));
}
