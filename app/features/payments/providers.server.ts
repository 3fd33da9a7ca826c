import { demoPay } from "../../integrations/demo-pay/demo-pay.server";
import type { Database } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import type { PaymentProvider } from "./provider";

const others = new WeakMap<Database, PaymentProvider>();

/** Lets another provider take this house's payments, as tests do. */
export const useProvider = (house: House, provider: PaymentProvider): void => void others.set(house.db, provider);

/** Who takes payments now; nobody where none is set up. */
export function findProvider(house: House): PaymentProvider | undefined {
  return others.get(house.db) ?? (house.config.demo ? demoPay(house) : undefined);
}

/** Whether there is anybody to take a payment. */
export const takesPayments = (house: House): boolean => findProvider(house) !== undefined;

/** How long a page or a round of polling waits for the provider. */
const patienceMs = 5000;

/**
 * Asks the provider of a payment.
 * @returns undefined where there is no answer in time, or the answer was a fault: both are logged, neither says anything
 * about the payment
 */
export async function askProvider<T>(
  house: House,
  name: string,
  ask: (provider: PaymentProvider) => Promise<T>,
  ms = patienceMs,
): Promise<T | undefined> {
  const provider = findProvider(house);
  if (provider?.name !== name) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer from ${name} within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([ask(provider), late]);
  } catch (error) {
    house.log.warn({ err: error, provider: name }, "payment provider did not answer");
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
