import type { CaseView } from "../../features/cases/cases.server";
import type { House } from "../../platform/house.server";
import type { OfferedService } from "../../services/catalogue.server";
import type { Draft } from "../draft";
import type { Answers } from "../engine";

/** What is being sent: a draft with the answers on its way, and the case that was opened for it. */
export interface Submission {
  house: House;
  service: OfferedService;
  draft: Draft;
  answers: Answers;
  /** To be paid, in pence; undefined where nothing is. */
  amountPence: number | undefined;
  opened: CaseView;
}

/** A part of a submission cannot be done any more: the whole of it is undone, and this question is asked again. */
export class Refused extends Error {
  constructor(readonly questionId: string) {
    super(`The answer to ${questionId} does not hold any more.`);
  }
}

/** What a process does beside opening the case, in the transaction that opens it. */
export type Part = (submission: Submission) => Promise<void>;
