import { declareTables } from "./kit";

/** What a council sets differently from a service's definition. */
export interface ServiceSettings {
  on?: boolean;
  fees?: Record<string, number>;
  workingDays?: number;
  /** The id of the other body that does it here, in place of the one that the definition names; `none`: the council itself. */
  body?: string;
}

export const serviceTables = declareTables((k) => ({
  serviceSettings: k.table("service_settings", {
    serviceId: k.text("service_id").primaryKey(),
    settings: k.json<ServiceSettings>("settings").notNull(),
  }),
}));
