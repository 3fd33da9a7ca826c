import { makeAddresses } from "./addresses";
import { makeCouncillors } from "./councillors";
import { makeLibraries } from "./libraries";
import { makeNotices } from "./notices";
import { seededRandom } from "./random";
import { makeChanges, makeRounds } from "./rounds";
import { makeWards } from "./ward-mesh";

export interface BoroughPlan {
  /** How many addresses; 5,000 unless told, at least 100. */
  addresses?: number;
  /** Equal seeds make equal boroughs. */
  seed?: number;
  /** The calendar date, `YYYY-MM-DD`, that notices, closures and moved collections are made around. */
  today: string;
}

export type Borough = ReturnType<typeof makeBorough>;

/**
 * The fictional borough of Brackenford, as rows of its tables. Nothing in it can be real: neither position,
 * postcode and UPRN, nor people, numbers and mail addresses.
 */
export function makeBorough({ addresses: count = 5000, seed = 1847, today }: BoroughPlan) {
  const random = seededRandom(seed);
  const wards = makeWards(random);
  const { streets, postcodes, addresses } = makeAddresses(random, wards, count);
  const libraries = makeLibraries(wards, today);
  const year = Number(today.slice(0, 4));
  return {
    wards,
    postcodes: [
      ...postcodes,
      ...libraries.map(({ postcode, wardCode, lat, lon }) => ({ postcode, wardCode, lat, lon })),
    ],
    streets,
    addresses,
    collectionRounds: makeRounds(),
    collectionChanges: [year - 1, year, year + 1].flatMap(makeChanges),
    councillors: makeCouncillors(random, wards),
    libraries: libraries.map(({ wardCode: _, ...library }) => library),
    notices: makeNotices(wards, today),
  };
}
