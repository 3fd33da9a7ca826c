import { z } from "zod";
import { type Bodies, bodiesOf, bodiesOfBrackenford, bodySettings } from "./bodies";

/** When somebody answers the phone: which days, as `ui:hours` words them, and between which times. */
export interface Hours {
  days: "weekdays" | "weekdays-and-saturday" | "every-day";
  from: string;
  until: string;
}

/** What is true of one council and of no other: texts name it by `{{council}}`, `{{phone}}` and so on. */
export interface Council {
  name: string;
  phone: string;
  hours: Hours;
  /** From when to when crews empty bins, as clocks show it. */
  collections: { from: string; until: string };
  /** For letters, in one line. */
  address: string;
  /** Who signs messages and letters, beside the council. */
  signatory: string | undefined;
  /** Numbers for emergencies that somebody answers at any hour, by the id that definitions use; else the council's own. */
  contacts: Record<string, string>;
  /** Who else answers for things in its area. */
  bodies: Bodies;
}

const phone = z.string().regex(/^[0-9 +]{3,20}$/, "a phone number, such as 020 7946 0000");
const hours = z
  .string()
  .regex(
    /^(weekdays|weekdays-and-saturday|every-day) ([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$/,
    "days and times, such as weekdays 09:00-17:00 (or weekdays-and-saturday, or every-day)",
  )
  .refine(isInOrder, "the earlier time first, such as weekdays 09:00-17:00");

const times = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$/, "two times, such as 06:00-18:00")
  .refine(isInOrder, "the earlier time first, such as 06:00-18:00");

/** Whether the first of two times at the end comes before the second. */
function isInOrder(text: string): boolean {
  const [from = "", until = ""] = text.slice(-11).split("-");
  return from < until;
}

/** The settings that say it, with the demo borough's own for all that is not in production. */
export const councilSettings = {
  COUNCIL_NAME: z.string().optional(),
  COUNCIL_PHONE: phone.optional(),
  COUNCIL_HOURS: hours.optional(),
  COUNCIL_ADDRESS: z.string().optional(),
  COUNCIL_SIGNATORY: z.string().optional(),
  COUNCIL_HIGHWAYS_EMERGENCY: phone.optional(),
  COUNCIL_REPAIRS_EMERGENCY: phone.optional(),
  COUNCIL_HOMELESSNESS_EMERGENCY: phone.optional(),
  COUNCIL_COLLECTION_HOURS: times.optional(),
  ...bodySettings,
};
type Settings = z.output<z.ZodObject<typeof councilSettings>>;

const brackenford = {
  COUNCIL_NAME: "Brackenford Council",
  COUNCIL_PHONE: "020 7946 0000",
  COUNCIL_HOURS: "weekdays 09:00-17:00",
  COUNCIL_ADDRESS: "Civic Centre, 3 Guildhall Square, Brackenford, BK5 1AB",
  COUNCIL_SIGNATORY: "Amara Hughes",
  COUNCIL_HIGHWAYS_EMERGENCY: "020 7946 0111",
  COUNCIL_REPAIRS_EMERGENCY: "020 7946 0222",
  COUNCIL_HOMELESSNESS_EMERGENCY: "020 7946 0333",
  COUNCIL_COLLECTION_HOURS: "06:00-18:00",
  ...bodiesOfBrackenford,
} satisfies Settings;

/** What a council must say of itself before residents may use the portal: sentences on what is missing. */
export function missingOfCouncil(given: Settings): string[] {
  const needed = {
    COUNCIL_NAME: "the name that residents know the council by",
    COUNCIL_PHONE: "the number that residents call",
    COUNCIL_HOURS: "when somebody answers it, such as weekdays 09:00-17:00",
    COUNCIL_ADDRESS: "where letters to the council go, in one line",
    COUNCIL_COLLECTION_HOURS: "from when to when crews empty bins, such as 06:00-18:00",
  } as const;
  return Object.entries(needed)
    .filter(([name]) => !given[name as keyof typeof needed])
    .map(([name, what]) => `${name} is missing: set it to ${what}.`);
}

/** A council that says its name says the rest too: nothing of the demo borough stands beside it. */
export function councilOf(given: Settings): Council {
  const whole: Settings = given.COUNCIL_NAME ? given : { ...brackenford, ...given };
  const { COUNCIL_HIGHWAYS_EMERGENCY: highways, COUNCIL_REPAIRS_EMERGENCY: repairs } = whole;
  const { COUNCIL_HOMELESSNESS_EMERGENCY: homelessness } = whole;
  const [days, from, until] = (whole.COUNCIL_HOURS ?? brackenford.COUNCIL_HOURS).split(/[ -](?=\d)/) as [
    Hours["days"],
    string,
    string,
  ];
  const [start, end] = (whole.COUNCIL_COLLECTION_HOURS ?? brackenford.COUNCIL_COLLECTION_HOURS).split("-") as [
    string,
    string,
  ];
  return {
    name: whole.COUNCIL_NAME ?? "",
    phone: whole.COUNCIL_PHONE ?? brackenford.COUNCIL_PHONE,
    hours: { days, from, until },
    collections: { from: start, until: end },
    address: whole.COUNCIL_ADDRESS ?? whole.COUNCIL_NAME ?? "",
    signatory: whole.COUNCIL_SIGNATORY,
    contacts: {
      emergency: "999",
      ...(highways && { "highways-emergency": highways }),
      ...(repairs && { "repairs-emergency": repairs }),
      ...(homelessness && { "homelessness-emergency": homelessness }),
    },
    bodies: bodiesOf(whole),
  };
}
