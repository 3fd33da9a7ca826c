import { DateTime } from "luxon";
import { zone } from "~/platform/clock";
import type { Database } from "~/platform/db/database.server";
import { paymentTables } from "~db/schema/payments";
import { seededRandom } from "./borough/random";

/** Bills to try out. Nothing in them can be real: see each register below. */
export const demoBills = {
  councilTax: { reference: "90000019", duePence: 124_350 },
  businessRates: { reference: "BR70000013", postcode: "BK1 2AB", duePence: 864_000 },
  parkingCharge: { reference: "BK00000018", vehicle: "QQ00 AAA", duePence: 7000 },
  parkingChargeAtFullPrice: { reference: "BK00000026", vehicle: "QQ00 AAB", duePence: 7000 },
  invoice: { reference: "INV900019", postcode: "BK1 1AA", duePence: 18_640 },
} as const;

const perRegister = 40;
/** The accounts start where no number of a living register does. */
const firstAccount = 9_000_001;
const firstBusinessAccount = 7_000_001;

/**
 * Writes the bills of the demo borough, the same for the same day. Again changes nothing.
 * Council tax accounts are eight digits, the last a check digit; business rates accounts have BR before them. Parking
 * charges begin with BK and three noughts, which no council's do; their vehicles have the memory tag QQ, which is never
 * issued. Postcodes are the demo borough's own.
 */
export async function seedBills(db: Database, now: Date): Promise<void> {
  const { bills } = db.tables(paymentTables);
  const rows = makeBills(now).map((bill) => ({ ...bill, id: `${bill.register}-${bill.reference}` }));
  await db.transaction(() => db.q.insert(bills).values(rows).onConflictDoNothing());
}

function makeBills(now: Date) {
  const random = seededRandom(20_261_001);
  const today = DateTime.fromJSDate(now, { zone });
  const ago = (days: number) => today.minus({ days }).toISODate()!;
  // Half is enough for 14 days, the day of the notice being the first; for 21 after a notice that came by post from a
  // camera: the Civil Enforcement of Road Traffic Contraventions (Approved Devices, Charging Guidelines and General
  // Provisions) (England) Regulations 2022 (SI 2022/71), regulation 2, "the applicable date".
  const noticeOf = (index: number, days: number) => ({
    issuedOn: ago(days),
    discountUntil: ago(days - (index % 3 === 2 ? 20 : 13)),
  });
  const all = Array.from({ length: perRegister }, (_, index) => [
    {
      register: "council-tax" as const,
      reference: withCheckDigit(String(firstAccount + index)),
      match: null,
      duePence: index === 0 ? demoBills.councilTax.duePence : random.int(200, 2200) * 100,
      description: "Council tax",
      issuedOn: ago(60),
    },
    {
      register: "parking-charge" as const,
      reference: `BK${withCheckDigit(String(index + 1).padStart(7, "0"))}`,
      match: vehicleOf(index),
      duePence: index < 2 ? 7000 : random.pick([5000, 7000, 13_000]),
      description: "Penalty charge notice",
      ...noticeOf(index, index === 0 ? 3 : index === 1 ? 30 : random.int(0, 60)),
    },
    {
      register: "invoice" as const,
      reference: `INV${withCheckDigit(String(90_001 + index))}`,
      match: `BK${(index % 12) + 1} 1AA`,
      duePence: index === 0 ? demoBills.invoice.duePence : random.int(20, 900) * 100,
      description: random.pick(["Hall hire", "Trade waste", "Licence fee", "Commercial rent"]),
      issuedOn: ago(random.int(5, 40)),
    },
  ]);
  return [...all.flat(), ...makeBusinessRates(today)];
}

/** With chances of their own, so that the other bills stay what they were. */
function makeBusinessRates(today: DateTime) {
  const random = seededRandom(20_261_002);
  return Array.from({ length: perRegister }, (_, index) => ({
    register: "business-rates" as const,
    reference: `BR${withCheckDigit(String(firstBusinessAccount + index))}`,
    match: `BK${(index % 12) + 1} 2AB`,
    duePence: index === 0 ? demoBills.businessRates.duePence : random.int(900, 24_000) * 100,
    description: "Business rates",
    issuedOn: today.minus({ days: 60 }).toISODate()!,
  }));
}

const letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
const vehicleOf = (index: number) =>
  `QQ00 A${letters[Math.floor(index / letters.length)]}${letters[index % letters.length]}`;

/** Luhn's check digit: any one wrong digit, and nearly any swap of neighbours, is found. */
export function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}
