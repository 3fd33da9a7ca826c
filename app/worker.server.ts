import { extendSlots } from "~db/seed/resources";
import {
  forgetOldParked,
  forgetOldSessions,
  forgetOldTokens,
  forgetUnconfirmed,
  sendReset,
} from "./features/accounts/accounts.server";
import { forgetOldAccess } from "./features/cases/cases.server";
import { forgetOldHandovers, forgetOldHelps, forgetOldVisits } from "./features/kiosks/kiosks.server";
import { forgetOldCallers } from "./features/letters/letters.server";
import { deliverMessage, stopDelivery } from "./features/notifications/notifications.server";
import { forgetOldCodes } from "./features/organisations/organisations.server";
import { paymentHandlers } from "./features/payments/payments.server";
import { findDrafts, findSubjects, forgetOldDrafts, measureUploads } from "./flow/flow.server";
import type { House } from "./platform/house.server";
import { forgetDone, type Handler, onEnqueue, runOutbox } from "./platform/outbox.server";
import { releasePlaces, settlePayments } from "./settlement.server";
import { endForgottenVisits } from "./visits.server";

/** Which feature carries out each kind of outbox row. */
export const handlers: Record<string, Handler> = {
  message: deliverMessage,
  "password-reset": sendReset,
  ...paymentHandlers,
};

/** What is done again and again, and how often (seconds). */
export const schedules: { everySeconds: number; run: (house: House) => Promise<unknown> }[] = [
  { everySeconds: 3600, run: forgetOldSessions },
  { everySeconds: 3600, run: forgetOldTokens },
  { everySeconds: 3600, run: forgetOldParked },
  { everySeconds: 3600, run: forgetUnconfirmed },
  { everySeconds: 3600, run: forgetOldAccess },
  { everySeconds: 3600, run: forgetOldDrafts },
  { everySeconds: 3600, run: forgetOldCodes },
  { everySeconds: 3600, run: forgetOldHandovers },
  { everySeconds: 3600, run: forgetOldVisits },
  { everySeconds: 3600, run: (house) => forgetOldHelps(house, (ids) => findDrafts(house, ids)) },
  { everySeconds: 3600, run: (house) => forgetOldCallers(house, (ids) => findSubjects(house, "client", ids)) },
  { everySeconds: 3600, run: forgetDone },
  { everySeconds: 60, run: measureUploads },
  { everySeconds: 30, run: settlePayments },
  { everySeconds: 60, run: releasePlaces },
  { everySeconds: 30, run: endForgottenVisits },
  { everySeconds: 6 * 3600, run: extendSlots },
];

/** Whoever writes an outbox row has not committed it yet: so much later it is there to be seen. */
const commitMs = 50;

/** Runs the outbox and the schedules in this process until it is stopped; a stop waits for the row in hand. */
export function startWorker(house: House): { stop: () => Promise<void> } {
  let stopped = false;
  let wake = (_afterMs: number) => {};
  const forget = onEnqueue(() => wake(commitMs));
  const next = new Map(schedules.map((schedule) => [schedule, 0]));

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = (afterMs) => {
        wake = () => {};
        clearTimeout(timer);
        setTimeout(resolve, afterMs);
      };
    });
  const attempt = (work: () => Promise<unknown>) =>
    work().catch((error: unknown) => house.log.error({ err: error }, "background work failed"));

  const loop = (async () => {
    while (!stopped) {
      let taken: unknown = 0;
      await attempt(async () => {
        taken = await runOutbox(house, handlers, { goesOn: () => !stopped });
      });
      for (const [schedule, due] of next) {
        const now = house.clock.now().getTime();
        if (stopped || now < due) continue;
        next.set(schedule, now + schedule.everySeconds * 1000);
        await attempt(() => schedule.run(house));
      }
      if (taken === 0 && !stopped) await rest(1000);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      forget();
      wake(0);
      await loop;
      stopDelivery();
    },
  };
}
