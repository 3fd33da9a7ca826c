/** Who acts: somebody without an account on one browser, or somebody signed in. */
export type Actor =
  | { kind: "guest" /** Empty until something has to be remembered. */; id: string | undefined }
  | { kind: "account"; id: string; name: string; email: string; role: "resident" | "staff" };

/** Whom a record is about, as the records store it. */
export type Subject = { kind: "guest" | "account"; id: string };
