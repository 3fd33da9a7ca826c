// The pages that are measured with a thousand cases and with a million: what each is, who looks at it, and its path.
import SQLite from "better-sqlite3";

const rare = "request-assisted-collection";

/** @param file the database, for what stands in paths */
export function listPages(file) {
  const db = new SQLite(file, { readonly: true });
  const one = (sql) => db.prepare(sql).pluck().get();
  const organisation = one("select id from organisations");
  const resident = one("select id from accounts where email = 'resident@demo.example'");
  const own = one(`select reference from cases where subject_id = '${resident}' order by id desc limit 1`);
  const old = one("select reference from cases order by created_at limit 1 offset 500");
  const middle = db.prepare("select created_at, id from cases where created_at <= ? order by created_at desc").raw();
  const half = one("select (min(created_at) + max(created_at)) / 2 from cases");
  const [at, id] = middle.get(half);
  const letter = one("select id from letters where state = 'queued' limit 1");
  db.close();
  const business = `/for/${organisation}`;
  return [
    ["home", "guest", "/"],
    ["search", "guest", "/search?q=bin"],
    ["start of a service", "guest", "/services/report-pothole"],
    ["track", "guest", `/track?reference=${old}`],
    ["home, signed in", "resident", "/"],
    ["account", "resident", "/account"],
    ["account, searched", "resident", "/account?q=pothole"],
    ["own case", "resident", `/cases/${own}`],
    ["account of a business", "business", `${business}/account`],
    ["people of a business", "business", `${business}/organisation`],
    ["history of a business", "business", `${business}/organisation/history`],
    ["history, one kind", "business", `${business}/organisation/history?kind=member`],
    ["history, by staff", "business", `${business}/organisation/history?who=staff`],
    ["history, long ago", "business", `${business}/organisation/history?until=2020-01-01`],
    ["open cases", "staff", "/staff"],
    ["open cases of one service", "staff", "/staff?service=report-pothole"],
    ["all cases", "staff", "/staff?state=all"],
    ["all cases, from the middle on", "staff", `/staff?state=all&before=${at}_${id}`],
    ["ended cases", "staff", "/staff?state=ended"],
    ["ended cases of a rare service", "staff", `/staff?state=ended&service=${rare}`],
    ["all cases of a rare service", "staff", `/staff?state=all&service=${rare}`],
    ["a case, for staff", "staff", `/staff/cases/${old}`],
    ["letters", "staff", "/staff/letters"],
    ["printed letters", "staff", "/staff/letters/printed"],
    ["one letter", "staff", `/staff/letters/${letter}`],
    ["kiosks", "staff", "/staff/kiosks"],
    ["floorwalkers", "staff", "/staff/floorwalkers"],
    ["floor", "floorwalker", "/floor"],
  ].map(([name, reader, path]) => ({ name, reader, path }));
}
