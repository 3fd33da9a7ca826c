import type { CaseView } from "../../features/cases/cases.server";
import type { Context, Redirect } from "../../platform/context.server";
import type { House } from "../../platform/house.server";
import type { OfferedService } from "../../services/catalogue.server";
import type { Service } from "../../services/service";
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

/**
 * What a feature does while a form is filled in and sent: the flow tells every part what happens, and each does what is
 * its own, or nothing. All but `admit` and `lead` may be called in a transaction, and join it.
 */
export interface Part {
  /** Where whoever asks has to go before they may do this; what they `sent` is to wait for them. */
  admit?(
    context: Context,
    service: Service,
    asked: { next: string; sent?: [string, string][] },
  ): Promise<Redirect | undefined>;
  /** A draft was begun, changed or sent by whoever asks. */
  touch?(context: Context, draftId: string): Promise<void>;
  /** The questions whose answers stand no longer, now that others were given. */
  outdate?(service: Service, before: Answers, after: Answers): string[];
  /** A step was answered, and the draft goes on. */
  answer?(context: Context, service: Service, draft: Draft): Promise<void>;
  /** The part itself tells of the case, once more is known: it is not confirmed when it is opened. */
  tells?(service: Service, amountPence: number | undefined): boolean;
  /** In the transaction that opens the case. @throws `Refused` where it cannot be done any more */
  send?(submission: Submission): Promise<void>;
  /** Where somebody goes on with a case that was sent, rather than to its confirmation. */
  lead?(context: Context, sent: CaseView, isSender: boolean): Promise<Redirect | undefined>;
  /** In the transaction that removes a draft which was not sent. */
  discard?(house: House, draftId: string): Promise<void>;
  /** In the transaction in which one draft goes on in another. */
  merge?(house: House, from: string, to: string): Promise<void>;
}
