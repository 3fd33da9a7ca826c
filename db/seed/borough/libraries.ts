import { bankHolidays } from "~/platform/working-days";
import { type Closure, type Facility, facilities, type Span, type WeekHours } from "~db/schema/directory";
import { town } from "./names";
import { plusDay } from "./rounds";
import { round, type Ward } from "./ward-mesh";

const short: Span[] = [["10:00", "17:00"]];
const long: Span[] = [["09:30", "19:00"]];
const divided: Span[] = [
  ["09:30", "12:30"],
  ["13:30", "17:00"],
];
const afternoon: Span[] = [["13:00", "16:00"]];
const closed: Span[] = [];

/** The library that is shut for a week from three days after the day of seeding; a notice says so. */
export const shutLibrary = { id: "larkmoor-library", after: 3, days: 7 };

interface Plan {
  id: string;
  name: string;
  ward: string;
  line: string;
  hours: WeekHours;
  facilities: readonly Facility[];
}

const plans: Plan[] = [
  {
    id: "harbour-library",
    name: "Harbour Library",
    ward: "Harbourside",
    line: "2 Quayside",
    hours: [long, short, long, short, short, [["10:00", "16:00"]], closed],
    facilities: ["computers", "children", "study", "printing", "step-free", "toilets"],
  },
  {
    id: "central-library",
    name: "Central Library",
    ward: "Old Brackenford",
    line: "1 Guildhall Square",
    hours: [long, long, long, long, short, short, afternoon],
    facilities,
  },
  {
    id: "larkmoor-library",
    name: "Larkmoor Library",
    ward: "Larkmoor",
    line: "50 High Street",
    hours: [closed, divided, divided, long, divided, short, closed],
    facilities: ["computers", "children", "step-free"],
  },
  {
    id: "quarry-hill-library",
    name: "Quarry Hill Library",
    ward: "Quarry Hill",
    line: "18 Chapel Lane",
    hours: [short, closed, short, closed, short, [["10:00", "13:00"]], closed],
    facilities: ["children", "printing"],
  },
  {
    id: "eastmarsh-library",
    name: "Eastmarsh Library",
    ward: "Eastmarsh",
    line: "7 Station Road",
    hours: [divided, divided, closed, divided, divided, short, closed],
    facilities: ["computers", "study", "step-free", "toilets"],
  },
  {
    id: "northacre-library",
    name: "Northacre Library",
    ward: "Northacre",
    line: "The Old School, Church Lane",
    hours: [short, short, closed, long, short, short, closed],
    facilities: ["computers", "children", "printing", "step-free", "meeting-room"],
  },
];

/** Six libraries; Central Library opens on Sundays. All are shut on bank holidays. */
export function makeLibraries(wards: Ward[], today: string) {
  return plans.map(({ ward: wardName, line, ...plan }, index) => {
    const number = wards.findIndex((ward) => ward.name === wardName) + 1;
    const ring = wards[number - 1]!.shape.coordinates[0]!;
    const mean = (axis: 0 | 1) => round(ring.reduce((sum, point) => sum + point[axis]!, 0) / ring.length);
    return {
      ...plan,
      lines: [line, wardName],
      town,
      postcode: `BK${number} 1AA`,
      lat: mean(1),
      lon: mean(0),
      // 020 7946 0000 to 0999 are kept free for drama by Ofcom.
      phone: `020 7946 0${String(401 + index)}`,
      email: `${plan.id}@brackenford.example`,
      facilities: [...plan.facilities],
      closures: closuresOf(plan.id, today),
      wardCode: wards[number - 1]!.code,
    };
  });
}

function closuresOf(id: string, today: string): Closure[] {
  const year = Number(today.slice(0, 4));
  const dates = new Set(
    [year, year + 1].flatMap((year) => [...bankHolidays(year), `${year}-01-01`, `${year}-12-25`, `${year}-12-26`]),
  );
  const holidays = [...dates].sort().map((date) => ({ from: date, until: date, reason: "bank-holiday" }));
  const from = plusDay(today, shutLibrary.after);
  const shut = { from, until: plusDay(from, shutLibrary.days - 1), reason: "repairs" };
  return id === shutLibrary.id ? [shut, ...holidays] : holidays;
}
