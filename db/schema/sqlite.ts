import { accountTables } from "./accounts";
import { auditTables } from "./audit";
import { bookingTables } from "./bookings";
import { caseTables } from "./cases";
import { demoPayTables } from "./demo-pay";
import { directoryTables } from "./directory";
import { flowTables } from "./flow";
import { notificationTables } from "./notifications";
import { organisationTables } from "./organisations";
import { paymentTables } from "./payments";
import { placeTables } from "./places";
import { platformTables } from "./platform";
import { serviceTables } from "./services";

/** Every table in SQLite, for drizzle-kit, which reads a file's exports. `schema.test.ts` sees that none is missing. */
export const { accounts, sessions, parkedRequests, accountTokens, facts } = accountTables.sqlite;
export const { auditEntries, auditHeads } = auditTables.sqlite;
export const { resources, slots, bookings } = bookingTables.sqlite;
export const { cases, caseEvents, caseCodes, caseGrants } = caseTables.sqlite;
export const { demoPayments } = demoPayTables.sqlite;
export const { drafts, uploads } = flowTables.sqlite;
export const { demoMail } = notificationTables.sqlite;
export const { organisations, memberships, invitations } = organisationTables.sqlite;
export const { payments, bills } = paymentTables.sqlite;
export const { wards, postcodes, streets, addresses, collectionRounds, collectionChanges } = placeTables.sqlite;
export const { councillors, libraries, notices } = directoryTables.sqlite;
export const { outbox, meta } = platformTables.sqlite;
export const { serviceSettings } = serviceTables.sqlite;
