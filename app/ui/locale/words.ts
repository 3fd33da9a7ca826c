import english from "../../../locales/en/ui.json" with { type: "json" };
import { useLocale } from "./locale.tsx";

/**
 * The words that components say of themselves. They stand in `locales/<lng>/ui.json` under `words`; English stands in
 * for a missing one. `%{count}` is govuk-frontend's placeholder, filled in the browser.
 */
export const words = english.words;

export type Word = keyof typeof words;

/** Gives a component's own word in the reader's language. */
export function useWord(): (word: Word, values?: Record<string, unknown>) => string {
  const { t } = useLocale();
  return (word, values) => t(`ui:words.${word}`, { defaultValue: words[word], ...values });
}
