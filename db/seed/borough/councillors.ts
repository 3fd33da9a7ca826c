import type { Surgery } from "~db/schema/directory";
import { familyNames, firstNames } from "./names";
import type { Random } from "./random";
import type { Ward } from "./ward-mesh";

const seats = 3;

/** Three councillors a ward, with names, numbers and addresses that cannot be anybody's. */
export function makeCouncillors(random: Random, wards: Ward[]) {
  const first = shuffled(random, firstNames);
  const family = shuffled(random, familyNames);
  return wards.flatMap((ward, wardIndex) =>
    Array.from({ length: seats }, (_, seat) => {
      const index = wardIndex * seats + seat;
      const name = `${first[index % first.length]} ${family[index % family.length]}`;
      return {
        id: `councillor-${index + 1}`,
        name,
        wardCode: ward.code,
        email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@brackenford.example`,
        // 07700 900000 to 900999 are kept free for drama by Ofcom.
        phone: `07700 900${String(100 + index)}`,
        // One in six has none: pages must do without.
        surgery: index % 6 === 5 ? null : makeSurgery(random, ward),
      };
    }),
  );
}

function makeSurgery(random: Random, ward: Ward): Surgery {
  const hour = random.int(9, 18);
  return {
    place: `${ward.name} Community Hall`,
    weekday: random.int(1, 6),
    week: random.pick([1, 2, 3, 4, 5] as const),
    from: `${String(hour).padStart(2, "0")}:00`,
    until: `${String(hour + 1).padStart(2, "0")}:30`,
  };
}

function shuffled<T>(random: Random, items: T[]): T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = random.int(0, last);
    [copy[last], copy[other]] = [copy[other]!, copy[last]!];
  }
  return copy;
}
