import type { CaseState } from "~db/schema/cases";

export type { CaseState };

/** Which states may follow which. What is not here cannot happen. */
export const following: Record<CaseState, CaseState[]> = {
  unpaid: ["received", "done", "cancelled", "withdrawn"],
  received: ["in-progress", "waiting-for-you", "done", "closed", "cancelled", "withdrawn"],
  "in-progress": ["waiting-for-you", "done", "closed", "cancelled", "withdrawn"],
  "waiting-for-you": ["in-progress", "done", "closed", "cancelled", "withdrawn"],
  done: ["closed", "reopened"],
  closed: ["reopened"],
  cancelled: ["reopened"],
  withdrawn: ["reopened"],
  reopened: ["in-progress", "waiting-for-you", "done", "closed", "cancelled", "withdrawn"],
};

export const allStates = Object.keys(following) as CaseState[];

/** Nothing more is going to happen, unless somebody reopens it. */
export const ended: CaseState[] = ["done", "closed", "cancelled", "withdrawn"];
export const isEnded = (state: CaseState): boolean => ended.includes(state);
export const mayFollow = (from: CaseState, to: CaseState): boolean => following[from].includes(to);

/** The states that staff may choose by hand: the others come about by the resident or by a payment. */
export const staffStates: CaseState[] = ["in-progress", "waiting-for-you", "done", "closed", "cancelled", "reopened"];
