import { accountTables } from "./accounts";
import { auditTables } from "./audit";
import { bookingTables } from "./bookings";
import { caseTables } from "./cases";
import { demoPayTables } from "./demo-pay";
import { directoryTables } from "./directory";
import { flowTables } from "./flow";
import { kioskTables } from "./kiosks";
import { letterTables } from "./letters";
import { notificationTables } from "./notifications";
import { organisationTables } from "./organisations";
import { paymentTables } from "./payments";
import { placeTables } from "./places";
import { platformTables } from "./platform";
import { serviceTables } from "./services";

/** Every table in SQLite, for drizzle-kit, which reads a file's exports. `schema.test.ts` sees that none is missing. */
export const { accounts, sessions, parkedRequests, accountTokens, facts } = accountTables.sqlite;
export const { auditEntries, auditHeads, auditActors } = auditTables.sqlite;
export const { resources, slots, bookings } = bookingTables.sqlite;
export const { cases, caseEvents, caseCodes, caseGrants } = caseTables.sqlite;
export const { demoPayments } = demoPayTables.sqlite;
export const { drafts, uploads, storageUsed } = flowTables.sqlite;
export const { kiosks, visits, handovers, floorPins, floorShifts, helps, helpDrafts, keptPages } = kioskTables.sqlite;
export const { clients, letters } = letterTables.sqlite;
export const { demoMail } = notificationTables.sqlite;
export const { organisations, organisationVersions, memberships, invitations, organisationCodes } =
  organisationTables.sqlite;
export const { payments, bills } = paymentTables.sqlite;
export const { wards, postcodes, streets, addresses, collectionRounds, collectionChanges } = placeTables.sqlite;
export const { councillors, libraries, notices } = directoryTables.sqlite;
export const { outbox, meta, rateLimits } = platformTables.sqlite;
export const { serviceSettings } = serviceTables.sqlite;
