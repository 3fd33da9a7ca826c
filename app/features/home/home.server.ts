/**
 * The door to what the home page is made of.
 * @example const collection = await lookUpCollection(context);
 */
import type { Texts } from "../../platform/i18n/i18n.server";
import { type OfferedService, servicesOf } from "../../services/catalogue.server";
import { processes } from "../../services/service";
import type { Tile } from "../../ui/tile-grid/tile-grid";

export { type CollectionView, collectionOf, lookUpCollection } from "./collection.server";
export { type ComingUp, listOwnCards, matches } from "./own.server";

/** The ways in: one tile for each process that this council offers, with its first three services. */
export function tilesOf(text: Texts, services: OfferedService[]): Tile[] {
  return processes.flatMap((process) => {
    const own = servicesOf(services, process);
    if (own.length === 0) return [];
    const links = own
      .slice(0, 3)
      .map(({ id }) => ({ href: text.link(`/services/${id}`), text: text.t(`services/${id}:title`) }));
    const href = text.link(`/services#${process}`);
    return [
      {
        icon: process,
        title: text.t(`home:ways.${process}.title`),
        hint: text.t(`home:ways.${process}.hint`),
        href,
        links,
      },
    ];
  });
}
