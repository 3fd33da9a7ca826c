import { z } from "zod";

/** Another body that answers for a thing here: whom to tell, by phone or on a page of theirs. */
export interface Body {
  name: string;
  phone: string | undefined;
  page: string | undefined;
}

/** What others may answer for in a council's area, by the id that definitions use. */
export const bodyIds = [
  "county",
  "sewerage",
  "water",
  "red-routes",
  "trunk-roads",
  "railway",
  "canals",
  "rivers",
] as const;
export type BodyId = (typeof bodyIds)[number];
/** Those that there are here. One that is not there is named nowhere. */
export type Bodies = Partial<Record<BodyId, Body>>;

const wanted =
  "a name with a phone number, a web address or both, such as: Example Water; 0800 000 0000; https://water.example (or none)";
const isPhone = (part: string) => /^[0-9 +]{3,20}$/.test(part);
const isPage = (part: string) => /^https:\/\/[^\s;]+$/.test(part) && URL.canParse(part);

const body = z.string().transform((text, check): Body | "none" => {
  if (text.trim() === "none") return "none";
  const [name = "", ...ways] = text.split(";").map((part) => part.trim());
  const phones = ways.filter(isPhone);
  const pages = ways.filter(isPage);
  const isWhole = name !== "" && ways.length > 0 && phones.length + pages.length === ways.length;
  if (!isWhole || phones.length > 1 || pages.length > 1) check.addIssue({ code: "custom", message: wanted });
  return { name, phone: phones[0], page: pages[0] };
});

/** The settings that say who they are. */
export const bodySettings = {
  COUNCIL_COUNTY: body.optional(),
  COUNCIL_SEWERAGE: body.optional(),
  COUNCIL_WATER: body.optional(),
  COUNCIL_RED_ROUTES: body.optional(),
  COUNCIL_TRUNK_ROADS: body.optional(),
  COUNCIL_RAILWAY: body.optional(),
  COUNCIL_CANALS: body.optional(),
  COUNCIL_RIVERS: body.optional(),
};
type Settings = z.output<z.ZodObject<typeof bodySettings>>;

/** Who they are in most of England; there is none for what most councils do not have. */
const usual: Bodies = {
  "trunk-roads": { name: "National Highways", phone: "0300 123 5000", page: "https://report.nationalhighways.co.uk" },
  railway: { name: "Network Rail", phone: "03457 11 41 41", page: "https://www.networkrail.co.uk" },
  canals: { name: "Canal & River Trust", phone: "0303 040 4040", page: "https://canalrivertrust.org.uk" },
  rivers: {
    name: "Environment Agency",
    phone: "0800 80 70 60",
    page: "https://www.gov.uk/report-environmental-problem",
  },
};

/** What the demo borough has beside these. */
export const bodiesOfBrackenford = {
  COUNCIL_SEWERAGE: { name: "Bracken Water", phone: "020 7946 0333", page: "https://water.brackenford.example" },
  COUNCIL_WATER: { name: "Bracken Water", phone: "020 7946 0333", page: "https://water.brackenford.example" },
  COUNCIL_RED_ROUTES: {
    name: "Transport for London",
    phone: "0343 222 1234",
    page: "https://tfl.gov.uk/help-and-contact",
  },
} satisfies Settings;

/** The bodies of a council's area: each as its setting says, else the usual one, if there is one. */
export function bodiesOf(given: Settings): Bodies {
  const all = bodyIds.flatMap((id) => {
    const said = given[settingOf(id)] ?? usual[id];
    return said && said !== "none" ? [[id, said] as const] : [];
  });
  return Object.fromEntries(all);
}

export const settingOf = (id: BodyId) => `COUNCIL_${id.toUpperCase().replace("-", "_")}` as keyof typeof bodySettings;

/** The blank by which texts name a body: `{{redRoutes}}`. */
export const blankOf = (id: BodyId) => id.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
