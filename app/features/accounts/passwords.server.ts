import argon2 from "@node-rs/argon2";
import { plainPassword } from "../../platform/typed";

/** OWASP's parameters for argon2id, which is what the library makes: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody knows, of the same cost: to look for an account that is not there takes as long. */
const nobodys = "$argon2id$v=19$m=19456,t=2,p=1$AQhLQZ8DBOqSnBHIkPNaXw$r8+rDmlqTuFtFlbUqOdr+fZCvrQuufTc+dN//SKmfvs";

/** What an account has whose password must be chosen first. No password fits it. */
export const noPassword = "";

export const hashPassword = (password: string): Promise<string> => argon2.hash(plainPassword(password), cost);

/** Whether a password fits. Takes as long where there is no account. */
export async function fitsPassword(stored: string | undefined, password: string): Promise<boolean> {
  // Longer ones were never taken; to hash them would only cost time.
  const fits = await argon2.verify(stored || nobodys, plainPassword(password).slice(0, 1000));
  return Boolean(stored) && fits;
}
