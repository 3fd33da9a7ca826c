import { accountTables } from "./accounts";
import { bookingTables } from "./bookings";
import { caseTables } from "./cases";
import { flowTables } from "./flow";
import { notificationTables } from "./notifications";
import { paymentTables } from "./payments";
import { platformTables } from "./platform";
import { serviceTables } from "./services";

/** Every table in PostgreSQL, for drizzle-kit, which reads a file's exports. `schema.test.ts` sees that none is missing. */
export const { accounts, sessions, parkedRequests, accountTokens, facts } = accountTables.postgres;
export const { resources, slots, bookings } = bookingTables.postgres;
export const { cases, caseEvents, caseCodes, caseGrants } = caseTables.postgres;
export const { drafts, uploads } = flowTables.postgres;
export const { demoMail } = notificationTables.postgres;
export const { payments, bills, demoPayments } = paymentTables.postgres;
export const { outbox, meta } = platformTables.postgres;
export const { serviceSettings } = serviceTables.postgres;
