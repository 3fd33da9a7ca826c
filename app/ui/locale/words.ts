import { useLocale } from "./locale.tsx";

/**
 * The words that components say of themselves, in English. Other languages keep them in `locales/<lng>/ui.json` under
 * `words`; this list stands in for a missing one. `%{count}` is govuk-frontend's placeholder, filled in the browser.
 */
export const words = {
  addAnother: "Add another",
  back: "Back",
  breadcrumb: "Breadcrumb",
  charactersAtLimit: "You have 0 characters remaining",
  charactersOverLimit_one: "You have %{count} character too many",
  charactersOverLimit_other: "You have %{count} characters too many",
  charactersUnderLimit_one: "You have %{count} character remaining",
  charactersUnderLimit_other: "You have %{count} characters remaining",
  copied: "Copied",
  copy: "Copy",
  day: "Day",
  done: "Done",
  error: "Error",
  errorSummary: "There is a problem",
  hidePassword: "Hide password",
  hide: "Hide",
  important: "Important",
  language: "Language",
  limitCharacters: "You can enter up to %{count} characters",
  limitWords: "You can enter up to %{count} words",
  month: "Month",
  next: "Next",
  nextPage: "Next page",
  now: "Now",
  page: "Page {{number}}",
  pagination: "Pagination",
  passwordHidden: "Your password is hidden",
  passwordShown: "Your password is visible",
  previousPage: "Previous page",
  remove: "Remove",
  search: "Search",
  show: "Show",
  showPassword: "Show password",
  skip: "Skip to main content",
  success: "Success",
  warning: "Warning",
  wordsAtLimit: "You have 0 words remaining",
  wordsOverLimit_one: "You have %{count} word too many",
  wordsOverLimit_other: "You have %{count} words too many",
  wordsUnderLimit_one: "You have %{count} word remaining",
  wordsUnderLimit_other: "You have %{count} words remaining",
  year: "Year",
} as const;

export type Word = keyof typeof words;

/** Gives a component's own word in the reader's language. */
export function useWord(): (word: Word, values?: Record<string, unknown>) => string {
  const { t } = useLocale();
  return (word, values) => t(`ui:words.${word}`, { defaultValue: words[word], ...values });
}
