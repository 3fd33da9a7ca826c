/** Places that are in every demo borough, whatever its size, so that tests and people can rely on them. */
export const landmarks = {
  /** Mill Lane: numbers, flats, a letter, and Rose Cottage, which has no UPRN. */
  mixed: "BK1 2AB",
  /** Lantern Tower: 72 flats. */
  crowded: "BK1 2XY",
  /** The Old Lighthouse alone. */
  single: "BK2 2ZZ",
  /** In the borough, but without an address. */
  empty: "BK3 2AB",
  /** Well-formed, but not of this borough. */
  outside: "BK99 9ZZ",
} as const;

/** What hints of the demo name. */
export const demoExample = { postcode: landmarks.mixed, street: "Mill Lane" };

/** One street's houses under one postcode. */
export interface LandmarkStreet {
  ward: number;
  name: string;
  postcode: string;
  premises: string[];
}

const count = (most: number) => Array.from({ length: most }, (_, index) => String(index + 1));

export const landmarkStreets: LandmarkStreet[] = [
  {
    ward: 1,
    name: "Mill Lane",
    postcode: landmarks.mixed,
    premises: [...count(12), "Flat 1, 14", "Flat 2, 14", "Flat 10, 14", "14A", "15", "16", "Rose Cottage"],
  },
  {
    ward: 1,
    name: "Quayside",
    postcode: landmarks.crowded,
    premises: count(72).map((flat) => `Flat ${flat}, Lantern Tower`),
  },
  { ward: 2, name: "Lighthouse Road", postcode: landmarks.single, premises: ["The Old Lighthouse"] },
];

/** The one house that the register of properties has missed. */
export const withoutUprn = "Rose Cottage";
