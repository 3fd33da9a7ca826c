// The pages and files that are measured with a thousand cases and with a million: what each is, who looks at it, and its path.
import { connect } from "./connect.mjs";

const rare = "request-assisted-collection";

/**
 * Files are listed apart: one of a long history takes its time, and must keep nobody else waiting.
 * @param place the database, for what stands in paths
 */
export async function listPages(place) {
  const { rows, close } = await connect(place);
  const one = async (sql) => (await rows(sql))[0][0];
  const organisation = await one("select id from organisations");
  const resident = await one("select id from accounts where email = 'resident@demo.example'");
  const own = await one(`select reference from cases where subject_id = '${resident}' order by id desc limit 1`);
  const old = await one("select reference from cases order by created_at limit 1 offset 500");
  const many = Number(await one("select count(*) from cases"));
  const [at, id] = (
    await rows(`select created_at, id from cases order by id limit 1 offset ${Math.floor(many / 2)}`)
  )[0];
  const letter = await one("select id from letters where state = 'queued' limit 1");
  await close();
  const business = `/for/${organisation}`;
  const pages = [
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
    ["all cases, from the middle on", "staff", `/staff?state=all&before=${Number(at)}_${id}`],
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
  ].map(toAsked);
  const files = [
    ["history of a business", "business", `${business}/organisation/history.csv`],
    ["history, by staff", "business", `${business}/organisation/history.csv?who=staff`],
    ["a letter", "staff", `/staff/letters/${letter}/pdf`],
  ].map(toAsked);
  return { pages, files };
}

const toAsked = ([name, reader, path]) => ({ name, reader, path });
