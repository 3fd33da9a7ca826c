import { fieldOf } from "../../platform/http/field";
import { isBlank, plainEmail, plainLine, plainPassword } from "../../platform/typed";

/** The least and the most characters of a password. There is no rule about which ones. */
const passwordLength = { min: 10, max: 200 };
const longest = { name: 200, email: 254 };

/** What a form holds and what must be put right in it: text keys below `accounts:errors`, by field. */
export interface Filled<Field extends string> {
  values: Record<Field, string>;
  errors: Partial<Record<Field, string>>;
}

export type Fields = Record<string, (value: string) => string | undefined>;

/** Reads and checks the fields of a form. Passwords stay as they were typed; other fields lose stray spaces. */
export function readFields<T extends Fields>(form: FormData, checks: T): Filled<keyof T & string> {
  const values: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const [field, check] of Object.entries(checks)) {
    const typed = fieldOf(form, field);
    values[field] = field.includes("password") ? typed : field === "email" ? plainEmail(typed) : plainLine(typed);
    const error = check(values[field]);
    if (error) errors[field] = error;
  }
  return { values, errors } as Filled<keyof T & string>;
}

export const isComplete = ({ errors }: Filled<string>): boolean => Object.keys(errors).length === 0;

/** Anything that has a letter or a sign is somebody's name. */
export function checkName(name: string): string | undefined {
  if (isBlank(name)) return "name-missing";
  if ([...name].length > longest.name) return "name-long";
}

/** Refuses only what no mail server would take. */
export function checkEmail(email: string): string | undefined {
  if (email === "") return "email-missing";
  const possible = /^[^\s\p{Cc}@,;:<>()[\]"\\]+@[^\s\p{Cc}@,;:<>()[\]"\\.]+(\.[^\s\p{Cc}@,;:<>()[\]"\\.]+)+$/u;
  if (email.length > longest.email || !possible.test(email)) return "email-wrong";
}

/** The length of a new password; `judgePassword` tells whether it is easy to guess. */
export function checkNewPassword(password: string): string | undefined {
  const characters = [...plainPassword(password)].length;
  if (characters === 0) return "password-missing";
  if (characters < passwordLength.min) return "password-short";
  if (characters > passwordLength.max) return "password-long";
}

/** A password that was chosen before: any but none. */
export const checkPassword = (password: string): string | undefined => (password ? undefined : "password-missing");
