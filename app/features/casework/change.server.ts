import type { Doer } from "../../platform/actor";
import type { House } from "../../platform/house.server";
import { err, ok, type Result } from "../../platform/result";
import { addNote, type CaseState, type CaseView, changeState, findCase } from "../cases/cases.server";
import { versionOf } from "./case-view.server";

export interface Change {
  /** Undefined leaves the state as it is. */
  to: CaseState | undefined;
  /** Which of the service's outcomes the state stands for. */
  outcome?: string | undefined;
  /** What the resident reads. */
  note: string;
  /** The version of the case that the member of staff decided on. */
  seen: string;
  by: Doer;
}
export type SaveError = "nothing" | "note-missing" | "changed";

/** States that nobody understands without a word about them. */
const needNote: CaseState[] = ["waiting-for-you", "closed", "cancelled"];

/**
 * Moves a case on, with a note that the resident sees, or adds a note alone.
 * @returns `changed` where somebody else has changed the case since it was looked at: nothing is overwritten
 */
export async function saveChange(house: House, caseId: string, change: Change): Promise<Result<true, SaveError>> {
  const { to, outcome, note, seen, by } = change;
  if (!to && !note) return err("nothing");
  if (to && needNote.includes(to) && !note) return err("note-missing");
  try {
    await house.db.transaction(async () => {
      checkSeen(await findCase(house, { id: caseId }), seen);
      if (!to) return addNote(house, caseId, note, by);
      const moved = await changeState(house, caseId, { to, outcome, note: note || undefined, by });
      // The row was locked now: somebody may have been quicker between the look and the lock.
      if (!moved.ok || moved.value.updatedAt.getTime() !== timeOf(seen)) throw new Overtaken();
    });
    return ok(true);
  } catch (error) {
    if (error instanceof Overtaken) return err("changed");
    throw error;
  }
}

/** Undoes the transaction. */
class Overtaken extends Error {}

function checkSeen(view: CaseView | undefined, seen: string): void {
  if (!view || versionOf(view) !== seen) throw new Overtaken();
}

const timeOf = (seen: string) => Number(seen.split("_")[0]);
