import type { CaseState } from "../../db/schema/cases";

interface Sent {
  service: string;
  team: string;
  answers: Record<string, unknown>;
}

const contact = { name: "Ann Other", email: "ann@example.org", phone: "+442079460018" };

/** What was sent: a pothole three times in five. */
const usual: Sent[] = [
  {
    service: "report-pothole",
    team: "highways",
    answers: {
      place: { kind: "place", place: "", description: "Outside 12 Mill Lane, next to the post box" },
      ...{ surface: "road", size: "medium", depth: "deep" },
      ...{ details: "It is about 30 cm wide and cars swerve around it.", ...contact },
    },
  },
  { service: "report-fly-tipping", team: "street-cleansing", answers: contact },
  { service: "report-missed-collection", team: "waste", answers: contact },
  { service: "request-recycling-container", team: "waste", answers: contact },
];
/** Its cases are few, and three years old: whoever looks for them must not pass all the others. */
const rare: Sent = { service: "request-assisted-collection", team: "waste", answers: contact };
const rareMany = 60;

/** What the case of a number is about, and which states it went through. */
export function sentAs(number: number): Sent & { states: CaseState[] } {
  if (number < rareMany) return { ...rare, states: ["received", "in-progress", "done"] };
  const sent = number % 5 < 3 ? usual[0]! : usual[number % usual.length]!;
  const states: CaseState[][] = [["received"], ["received", "in-progress"], ["received", "in-progress", "done"]];
  return { ...sent, states: states[number % 10 < 2 ? number % 10 : 2]! };
}
