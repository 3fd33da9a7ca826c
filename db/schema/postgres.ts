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

/** Every table in PostgreSQL, for drizzle-kit, which reads a file's exports. `schema.test.ts` sees that none is missing. */
export const { accounts, sessions, parkedRequests, accountTokens, facts } = accountTables.postgres;
export const { auditEntries, auditHeads, auditActors } = auditTables.postgres;
export const { resources, slots, bookings } = bookingTables.postgres;
export const { cases, caseEvents, caseCodes, caseGrants } = caseTables.postgres;
export const { demoPayments } = demoPayTables.postgres;
export const { drafts, uploads, storageUsed } = flowTables.postgres;
export const { kiosks, visits, handovers, floorPins, floorShifts, helps, helpDrafts, keptPages } = kioskTables.postgres;
export const { clients, letters } = letterTables.postgres;
export const { demoMail } = notificationTables.postgres;
export const { organisations, organisationVersions, memberships, invitations, organisationCodes } =
  organisationTables.postgres;
export const { payments, bills } = paymentTables.postgres;
export const { wards, postcodes, streets, addresses, collectionRounds, collectionChanges } = placeTables.postgres;
export const { councillors, libraries, notices } = directoryTables.postgres;
export const { outbox, meta, rateLimits } = platformTables.postgres;
export const { serviceSettings } = serviceTables.postgres;
