import { ErrorSummary } from "../error-summary/error-summary.tsx";
import { useT } from "../locale/locale.tsx";

/** The key of a text, with its values where it has any. */
export type Message = string | { key: string; values: Record<string, unknown> };

/** What is wrong with a form, by the name of the field. */
export type FormErrors = Partial<Record<string, Message | undefined>>;

/** The summary of what is wrong with a form, each leading to its field; nothing where all is well. */
export function FormErrorSummary({ errors }: { errors: FormErrors }) {
  const message = useMessage();
  const list = Object.entries(errors).flatMap(([field, error]) =>
    error ? [{ ...message(error)!, href: `#${field}` }] : [],
  );
  return list.length > 0 ? <ErrorSummary errorList={list} /> : null;
}

/** What is wrong with one field, as its component takes it. */
export function useMessage(): (error: Message | undefined) => { text: string } | undefined {
  const t = useT();
  return (error) => {
    if (!error) return undefined;
    return { text: typeof error === "string" ? t(error) : t(error.key, error.values) };
  };
}
