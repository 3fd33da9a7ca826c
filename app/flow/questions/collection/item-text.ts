import type { Collection } from "../../../features/places/places.server";
import type { Texts } from "../../../platform/i18n/i18n.server";
import type { Words } from "../words";

/** The value that stands for a collection in a form. */
export const idOf = ({ date, bin }: Collection) => `${date}.${bin}`;

/** A collection in words: "Food waste, Friday 27 November". */
export const itemText = ({ date, bin }: Collection, words: Words, text: Texts) =>
  words.say("item", { bin: text.t(`flow:bins.${bin}`), day: text.day(date) });
