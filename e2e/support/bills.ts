import { withCheckDigit } from "../../db/seed/bills";

/** The nth parking charge of the demo borough (0 to 39). Each can be paid once, so every test has its own. */
export const parkingCharge = (n: number) => ({
  reference: `BK${withCheckDigit(String(n + 1).padStart(7, "0"))}`,
  match: `QQ00 A${letters[Math.floor(n / letters.length)]}${letters[n % letters.length]}`,
});
const letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** The nth invoice of the demo borough (0 to 39). */
export const invoice = (n: number) => ({
  reference: `INV${withCheckDigit(String(90_001 + n))}`,
  match: `BK${(n % 12) + 1} 1AA`,
});

/** The nth business rates account of the demo borough (0 to 39). Each takes payments until nothing is left to pay. */
export const businessRates = (n: number) => ({
  reference: `BR${withCheckDigit(String(7_000_001 + n))}`,
  match: `BK${(n % 12) + 1} 2AB`,
});

/** A council tax account of the demo borough, which takes any number of payments. */
export const councilTax = { reference: withCheckDigit("9000005"), match: null };
