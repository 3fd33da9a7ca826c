import { houseNames, streetBases } from "./names";
import type { Random } from "./random";

/** Houses of a street that share one postcode. */
export interface Block {
  premises: string[];
}

/** What stands along one street, house by house, in blocks of one postcode each; `most` limits the addresses in all. */
export function makePremises(random: Random, most: number): Block[] {
  const wanted = Math.min(most, random.int(8, 40));
  const houses = random.chance(0.12) ? tower(random) : terrace(random, wanted);
  const blocks: Block[] = [];
  for (let left = houses.slice(0, most); left.length > 0; ) {
    blocks.push({ premises: left.splice(0, random.int(10, 20)) });
  }
  return blocks;
}

function terrace(random: Random, wanted: number): string[] {
  const names = [...houseNames];
  const premises: string[] = [];
  for (let number = 1; premises.length < wanted; number++) {
    const kind = random.next();
    if (kind < 0.04) premises.push(String(number), `${number}A`);
    else if (kind < 0.09) premises.push(...flats(random.int(2, 5), String(number)));
    else if (kind < 0.12 && names.length > 0) premises.push(...names.splice(random.int(0, names.length - 1), 1));
    else premises.push(String(number));
  }
  return premises;
}

const tower = (random: Random) => flats(random.int(8, 36), `${random.pick(streetBases)} Court`);

const flats = (count: number, house: string) =>
  Array.from({ length: count }, (_, index) => `Flat ${index + 1}, ${house}`);
