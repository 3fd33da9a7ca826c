import { addressText } from "~/features/places/places.server";
import { type LandmarkStreet, landmarkStreets, landmarks, withoutUprn } from "./landmarks";
import { town } from "./names";
import { postcodeBook } from "./postcode-book";
import { type Block, makePremises } from "./premises";
import type { Random } from "./random";
import { roundId } from "./rounds";
import { positionOf, type Street, streetBook } from "./streets";
import type { Ward } from "./ward-mesh";

interface Area {
  postcode: string;
  wardCode: string;
  lat: number;
  lon: number;
}

/** Streets, postcodes and exactly `count` addresses, spread over the wards in turn, one street after another. */
export function makeAddresses(random: Random, wards: Ward[], count: number) {
  const layStreet = streetBook(random);
  const issue = postcodeBook();
  const streets: Street["row"][] = [];
  const postcodes: Area[] = [];
  const addresses: ReturnType<typeof makeAddress>[] = [];

  const build = (street: Street, blocks: (Block & { postcode: string })[]) => {
    const houses = blocks.reduce((sum, { premises }) => sum + premises.length, 0);
    let index = 0;
    streets.push(street.row);
    for (const { premises, postcode } of blocks) {
      postcodes.push({
        postcode,
        wardCode: street.ward.code,
        ...positionOf(street, index + premises.length / 2, houses),
      });
      for (const house of premises) {
        addresses.push(makeAddress(street, house, postcode, addresses.length + 1, positionOf(street, index++, houses)));
      }
    }
  };
  for (const landmark of landmarkStreets) build(layStreet(wardOf(wards, landmark), landmark.name), [landmark]);
  for (let turn = 0; addresses.length < count; turn++) {
    const number = (turn % wards.length) + 1;
    const blocks = makePremises(random, count - addresses.length);
    build(
      layStreet(wards[number - 1]!),
      blocks.map((block) => ({ ...block, postcode: issue(number) })),
    );
  }
  postcodes.push(emptyPostcode(wards));
  return { streets, postcodes, addresses };
}

const wardOf = (wards: Ward[], { ward }: LandmarkStreet) => wards[ward - 1]!;

function makeAddress(
  { row: street, ward }: Street,
  premises: string,
  postcode: string,
  number: number,
  position: { lat: number; lon: number },
) {
  // No council has custody of UPRNs that begin with 9999.
  const uprn = premises === withoutUprn ? undefined : `9999${String(number).padStart(8, "0")}`;
  return {
    ...addressText({ premises, street: street.name, locality: street.locality, postcode, uprn }),
    id: `address-${String(number).padStart(6, "0")}`,
    uprn: uprn ?? null,
    town,
    postcode,
    streetId: street.id,
    wardCode: ward.code,
    roundId: roundOf(street, ward),
    ...position,
  };
}

/** A ward has one weekday; its streets take turns in the two rounds of that day. */
function roundOf(street: Street["row"], ward: Ward): string {
  const weekday = (Number(ward.code.slice(1)) % weekdays) + 1;
  return roundId(weekday, Math.floor(Number(street.id.slice(-5)) / streetsInTurn) % 2 === 0 ? "a" : "b");
}
const weekdays = 5;
/** Has no factor in common with the number of wards, so that each ward has streets in both rounds. */
const streetsInTurn = 7;

function emptyPostcode(wards: Ward[]): Area {
  const ward = wards[2]!;
  const [lon, lat] = ward.shape.coordinates[0]![0]!;
  return { postcode: landmarks.empty, wardCode: ward.code, lat: lat!, lon: lon! };
}
