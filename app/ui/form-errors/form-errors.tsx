import { ErrorSummary } from "../error-summary/error-summary.tsx";
import { useT } from "../locale/locale.tsx";

/** What is wrong with a form, by the name of the field: keys of texts. */
export type FormErrors = Partial<Record<string, string | undefined>>;

/** The summary of what is wrong with a form, each leading to its field; nothing where all is well. */
export function FormErrorSummary({ errors }: { errors: FormErrors }) {
  const t = useT();
  const list = Object.entries(errors).flatMap(([field, error]) =>
    error ? [{ text: t(error), href: `#${field}` }] : [],
  );
  return list.length > 0 ? <ErrorSummary errorList={list} /> : null;
}

/** What is wrong with one field, as its component takes it. */
export function useMessage(): (error: string | undefined) => { text: string } | undefined {
  const t = useT();
  return (error) => (error ? { text: t(error) } : undefined);
}
