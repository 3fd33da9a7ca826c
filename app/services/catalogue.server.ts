import { type ServiceSettings, serviceTables } from "~db/schema/services";
import { type Bodies, bodyIds } from "../platform/bodies";
import type { House } from "../platform/house.server";
import { definitions } from "./definitions";
import type { Process, Service, Step } from "./service";

/** A service as this council offers it: its definition with the council's own fees and standard, for the bodies that there are. */
export type OfferedService = Service;

interface Catalogue {
  all: OfferedService[];
  byId: Map<string, OfferedService>;
}
const byDatabase = new WeakMap<object, { readAt: number; catalogue: Catalogue }>();
/** How long other nodes may go on with settings that were changed, in ms. */
const freshMs = 30_000;

/** The services that are switched on, by id. */
export async function readCatalogue(house: House): Promise<Catalogue> {
  const kept = byDatabase.get(house.db);
  const now = performance.now();
  if (kept && now - kept.readAt < freshMs) return kept.catalogue;
  const { serviceSettings } = house.db.tables(serviceTables);
  const rows = await house.db.q.select().from(serviceSettings);
  const settings = new Map(rows.map((row) => [row.serviceId, row.settings]));
  const catalogue = makeCatalogue(settings, house.config.council.bodies);
  byDatabase.set(house.db, { readAt: now, catalogue });
  return catalogue;
}

/** The service, or undefined where there is none or the council has switched it off. */
export async function findService(house: House, id: string): Promise<OfferedService | undefined> {
  return (await readCatalogue(house)).byId.get(id);
}

/** The definition of a service, even one that is switched off: its cases are still there. */
export const findDefinition = (id: string): Service | undefined => definitionsById.get(id);

/** Replaces what this council sets differently for a service; at once here, within half a minute on other nodes. */
export async function saveSettings(house: House, serviceId: string, settings: ServiceSettings): Promise<void> {
  const { serviceSettings } = house.db.tables(serviceTables);
  await house.db.transaction(() =>
    house.db.q
      .insert(serviceSettings)
      .values({ serviceId, settings })
      .onConflictDoUpdate({ target: serviceSettings.serviceId, set: { settings } }),
  );
  byDatabase.delete(house.db);
}

/** Services of one process, the most used first: those of which it is the first, then those that join it. */
export function servicesOf(services: OfferedService[], process: Process): OfferedService[] {
  const mostUsed = services.toSorted((a, b) => b.popularity - a.popularity);
  return [
    ...mostUsed.filter((service) => service.processes[0] === process),
    ...mostUsed.filter((service) => service.processes.indexOf(process) > 0),
  ];
}

const definitionsById = new Map<string, Service>(definitions.map((service) => [service.id, service]));

function makeCatalogue(settings: Map<string, ServiceSettings>, bodies: Bodies): Catalogue {
  const all = definitions
    .filter((service) => settings.get(service.id)?.on !== false)
    .map((service) => withBodies(withSettings(service, settings.get(service.id) ?? {}), bodies));
  return { all, byId: new Map(all.map((service) => [service.id, service])) };
}

function withSettings(service: Service, settings: ServiceSettings): OfferedService {
  const standard =
    settings.workingDays === undefined ? service.standard : { ...service.standard, workingDays: settings.workingDays };
  const body = settings.body === undefined ? service.body : bodyIds.find((id) => id === settings.body);
  return { ...service, fees: { ...service.fees, ...settings.fees }, standard, body };
}

/** A service for an area: without steps and options that are about a body which is not there. */
function withBodies(service: OfferedService, bodies: Bodies): OfferedService {
  const isThere = ({ body }: { body?: Service["body"] }) => body === undefined || bodies[body] !== undefined;
  const steps = service.steps
    .filter((step) => step.kind === "questions" || isThere(step))
    .map((step): Step => {
      if (step.kind !== "questions") return { ...step, bodies: step.bodies.filter((id) => bodies[id]) };
      const questions = step.questions.map((question) =>
        "options" in question ? { ...question, options: question.options.filter(isThere) } : question,
      );
      return { ...step, questions };
    });
  return { ...service, steps, body: isThere(service) ? service.body : undefined };
}
