/** A row that was left out. `line` counts from 1, the header included; in a file of wards it is the feature's number. */
export interface BadRow {
  line: number;
  reason: string;
}

/** What became of the rows of one kind. */
export interface Tally {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  bad: BadRow[];
}

export const emptyTally = (): Tally => ({ added: 0, changed: 0, unchanged: 0, removed: 0, bad: [] });

/** A file that cannot be used at all. Its message is for the person who runs the import. */
export class ImportError extends Error {
  override name = "ImportError";
}
