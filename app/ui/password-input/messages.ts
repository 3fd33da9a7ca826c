import type { Locale } from "../locale/locale.tsx";
import type { Word } from "../locale/words.ts";

export interface PasswordMessages {
  showPassword?: string;
  hidePassword?: string;
  showPasswordAriaLabel?: string;
  hidePasswordAriaLabel?: string;
  passwordShownAnnouncement?: string;
  passwordHiddenAnnouncement?: string;
}

const keys: [keyof PasswordMessages, string, Word][] = [
  ["showPassword", "data-i18n.show-password", "show"],
  ["hidePassword", "data-i18n.hide-password", "hide"],
  ["showPasswordAriaLabel", "data-i18n.show-password-aria-label", "showPassword"],
  ["hidePasswordAriaLabel", "data-i18n.hide-password-aria-label", "hidePassword"],
  ["passwordShownAnnouncement", "data-i18n.password-shown-announcement", "passwordShown"],
  ["passwordHiddenAnnouncement", "data-i18n.password-hidden-announcement", "passwordHidden"],
];

/** The script's messages as `data-i18n.` attributes. English needs none: the script speaks it. */
export function toMessages(
  given: PasswordMessages | undefined,
  locale: Locale,
  word: (word: Word) => string,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, attribute, key] of keys) {
    const text = given ? given[name] : locale.lng.startsWith("en") ? undefined : word(key);
    if (text) attributes[attribute] = text;
  }
  return attributes;
}
