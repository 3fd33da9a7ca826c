/** Tables that do not grow with use: what the council is, not what people do. */
const small = new Set([
  ...["resources", "councillors", "libraries", "notices", "service_settings", "meta"],
  ...["wards", "streets", "collection_rounds", "collection_changes", "kiosks", "floor_pins"],
]);

/** Sorts that stay short however many there are of everything else, and why. */
const short: [from: string, where: string, why: string][] = [
  ["from memberships ", "where memberships.account_id = ", "the organisations of one person"],
  ["from memberships ", "where memberships.organisation_id = ", "the people of one organisation"],
  ["from invitations ", "(invitations.token_hash = ", "a link's own invitation"],
  ["from help_drafts ", "where (help_drafts.draft_id = ", "the helps with one draft"],
];
function isShort(quoted: string): boolean {
  const text = quoted.replaceAll('"', "");
  return short.some(([from, where]) => text.includes(from) && text.includes(where));
}

/** What is wrong with a plan of SQLite: a growing table read from end to end, rows sorted, or not found by ids that are given. */
export function sqliteFaults(text: string, steps: readonly { detail: string }[]): string[] {
  const all = steps.map(({ detail }) => detail);
  // A page in the order of an index, without a condition, ends by itself.
  const isPage = / limit \?/.test(text) && !/ where /.test(text);
  const scans = all.filter(
    (detail) =>
      /^SCAN (?!CONSTANT ROW)/.test(detail) && !small.has(detail.split(" ")[1]!) && !(isPage && / INDEX /.test(detail)),
  );
  const sorts = all.filter((detail) => /USE TEMP B-TREE/.test(detail));
  const readsGrowing = all.some((detail) => /^(SCAN|SEARCH) (\w+)/.test(detail) && !small.has(detail.split(" ")[1]!));
  const passedBy = all.filter((detail) => {
    const table = /^SEARCH (\w+) /.exec(detail)?.[1];
    const givesIds = [" where ", " where (", " and ", " and ("].some((before) =>
      text.includes(`${before}"${table}"."id" in (?`),
    );
    return givesIds && !/\(id=\?\)/.test(detail) && !small.has(table!);
  });
  return [...scans, ...passedBy, ...(readsGrowing && !isShort(text) ? sorts : [])].map((fault) => `${fault}: ${text}`);
}

interface PostgresPlan {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Cond"?: string;
  Filter?: string;
  "Sort Key"?: string[];
  Plans?: PostgresPlan[];
}

/** The same of a plan of PostgreSQL, made with `enable_seqscan` off. */
export function postgresFaults(text: string, plan: PostgresPlan): string[] {
  const faults: string[] = [];
  const walk = (node: PostgresPlan, limited: boolean) => {
    const type = node["Node Type"];
    const table = node["Relation Name"];
    const grows = table !== undefined && !small.has(table);
    const whole = type === "Seq Scan" || (/^Index/.test(type) && !node["Index Cond"] && (!limited || node.Filter));
    if (grows && whole && type !== "Bitmap Index Scan") faults.push(`${type} ${table}: ${text}`);
    if (/Sort$/.test(type) && readsGrowing(node) && !isShort(text)) faults.push(`${type} ${node["Sort Key"]}: ${text}`);
    for (const below of node.Plans ?? []) walk(below, type === "Limit" || (limited && type !== "Sort"));
  };
  walk(plan, false);
  return faults;
}

const readsGrowing = ({ "Relation Name": table, Plans = [] }: PostgresPlan): boolean =>
  (table !== undefined && !small.has(table)) || Plans.some(readsGrowing);
