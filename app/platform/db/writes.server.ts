import { databaseWriteFailures, databaseWritesFailing } from "../metrics.server";
import { errorCode } from "./database.server";

/**
 * What SQLite, PostgreSQL and the disk say where a write finds no room, or is not let through: full, locked, read-only,
 * broken, gone away.
 */
const outOfOrder =
  /^(SQLITE_(FULL|BUSY|LOCKED|READONLY|IOERR|CANTOPEN|PROTOCOL).*|ENOSPC|EDQUOT|EROFS|EIO|ECONNREFUSED|ECONNRESET|53...|57P..|58...|08...|25006|55P03)$/;

/** Whether an error is of the place where things are kept, and passes as soon as that is in order again. */
export const isStorageFault = (error: unknown): boolean => outOfOrder.test(errorCode(error) ?? "");

/** Counts how a write ends, for whoever watches over the portal. */
export async function watchWrite<T>(write: Promise<T>): Promise<T> {
  try {
    const value = await write;
    databaseWritesFailing.set(0);
    return value;
  } catch (error) {
    if (isStorageFault(error)) {
      databaseWritesFailing.set(1);
      databaseWriteFailures.inc({ code: errorCode(error)! });
    }
    throw error;
  }
}
