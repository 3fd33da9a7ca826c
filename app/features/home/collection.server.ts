import { calendarDate } from "../../platform/clock";
import type { Context } from "../../platform/context.server";
import { fieldOf } from "../../platform/http/field";
import { plainTyped } from "../../platform/typed";
import { type AddressView, collectionsFor, findAddress, findAddresses } from "../places/places.server";

/** What the home page says of somebody's bins, at each stage of the look-up. */
export interface CollectionView {
  postcode: string;
  /** A text key below `home:collection.errors`. */
  error: string | undefined;
  /** The addresses of the postcode, where there are several. */
  addresses: { value: string; text: string }[];
  /** The address that was found, in words, with its next days. */
  address: string | undefined;
  days: { day: string; bins: string; moved: string | undefined }[];
  /** What tells which notices concern the address. */
  here?: { wardCode?: string | undefined; roundId?: string | undefined };
}

/** Two fortnights and a holiday: every kind of bin comes up. */
const daysAhead = 21;
const shownDays = 3;

/** Answers `?postcode=…` and `?postcode=…&address=…`; nothing that was asked is remembered. */
export async function lookUpCollection(context: Context): Promise<CollectionView> {
  const query = context.url.searchParams;
  const postcode = query.has("postcode") ? plainTyped(fieldOf(query, "postcode")).slice(0, 20) : undefined;
  const empty: CollectionView = {
    postcode: postcode ?? "",
    error: undefined,
    addresses: [],
    address: undefined,
    days: [],
  };
  if (postcode === undefined) return empty;
  const search = await findAddresses(context.db, postcode);
  if (search.kind === "malformed") return { ...empty, error: postcode ? "malformed" : "missing" };
  const known = { ...empty, postcode: search.postcode };
  if (search.kind === "outside") return { ...known, error: "outside" };
  const { addresses } = search;
  if (addresses.length === 0) return { ...known, error: "none" };
  const chosen = fieldOf(query, "address");
  const one = addresses.length === 1 ? addresses[0] : addresses.find((address) => address.id === chosen);
  if (one) return daysOf(context, known, one);
  const choices = addresses.map((address) => ({ value: address.id, text: address.lines.join(", ") }));
  return { ...known, addresses: choices, error: query.has("address") ? "address" : undefined };
}

/** The next days of an address that is already known, such as an account's own. */
export async function collectionOf(context: Context, addressId: string): Promise<CollectionView | undefined> {
  const address = await findAddress(context.db, addressId);
  if (!address) return undefined;
  const view = { postcode: "", error: undefined, addresses: [], address: undefined, days: [] };
  return daysOf(context, view, address);
}

async function daysOf(context: Context, known: CollectionView, address: AddressView): Promise<CollectionView> {
  const { text } = context;
  const from = calendarDate(context.clock.now());
  const days = await collectionsFor(context.db, address.id, { from, days: daysAhead });
  return {
    ...known,
    address: [...address.lines, address.postcode].join(", "),
    here: { wardCode: address.ward?.code, roundId: address.roundId },
    error: days.length === 0 ? "no-round" : undefined,
    days: days.slice(0, shownDays).map(({ date, bins, changedFrom }) => ({
      day: text.day(date),
      bins: text.list(bins.map((bin) => text.t(`flow:bins.${bin}`))),
      moved: changedFrom && text.t("flow:result.collections.changed", { date: text.day(changedFrom) }),
    })),
  };
}
