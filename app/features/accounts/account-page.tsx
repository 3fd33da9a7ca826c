import type { ReactNode } from "react";
import { Button } from "../../ui/button/button";
import { ErrorSummary } from "../../ui/error-summary/error-summary";
import { Input } from "../../ui/input/input";
import { useLink, useT } from "../../ui/locale/locale";
import { PasswordInput } from "../../ui/password-input/password-input";

/** A text key below `accounts:errors`, with values where the text names any. */
type Problem = string | { key: string; values: Record<string, unknown> };

/** What must be put right, by field. */
export type Errors = Partial<Record<string, Problem>>;

/** Words a problem in the reader's language. */
function useProblem(): (problem: Problem) => string {
  const t = useT();
  return (problem) =>
    typeof problem === "string" ? t(`accounts:errors.${problem}`) : t(`accounts:errors.${problem.key}`, problem.values);
}

interface AccountPageProps {
  /** Stands before the main part of the page, as a back link does. */
  before?: ReactNode;
  title: string;
  errors?: Errors | undefined;
  children?: ReactNode;
}

/** A page about an account: its heading, what must be put right, and its content at reading width. */
export function AccountPage({ before, title, errors = {}, children }: AccountPageProps) {
  const say = useProblem();
  const list = Object.entries(errors).flatMap(([field, error]) =>
    error ? [{ text: say(error), href: `#${field}` }] : [],
  );
  return (
    <>
      {before}
      <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            {list.length > 0 && <ErrorSummary errorList={list} />}
            <h1 className="govuk-heading-l">{title}</h1>
            {children}
          </div>
        </div>
      </main>
    </>
  );
}

/** Paragraphs under a text key that holds a list of them. */
export function Paragraphs({ texts }: { texts: string[] }) {
  return (
    <>
      {texts.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
    </>
  );
}

/** A link to another page of the portal, in a paragraph of its own. */
export function LinkLine({ to, children }: { to: string; children: ReactNode }) {
  const link = useLink();
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={link(to)}>
        {children}
      </a>
    </p>
  );
}

interface AccountFormProps {
  /** Tells the forms of one page apart. */
  intent?: string | undefined;
  button: string;
  buttonClasses?: string | undefined;
  children?: ReactNode;
}

export function AccountForm({ intent, button, buttonClasses, children }: AccountFormProps) {
  return (
    <form method="post" noValidate id={intent && `form-${intent}`} aria-label={intent && button}>
      {intent && <input type="hidden" name="intent" value={intent} />}
      {children}
      <Button preventDoubleClick classes={buttonClasses}>
        {button}
      </Button>
    </form>
  );
}

interface AccountFieldProps {
  field: "name" | "email" | "password" | "new-password" | "current-password";
  value?: string | undefined;
  hint?: boolean;
  error: Problem | undefined;
}

/** One of the fields that pages about an account share. What was typed into a password field is never sent back. */
export function AccountField({ field, value, hint, error }: AccountFieldProps) {
  const t = useT();
  const say = useProblem();
  const shared = {
    name: field,
    label: { text: t(`accounts:fields.${field}`) },
    hint: hint ? { text: t(`accounts:fields.${field}-hint`) } : undefined,
    errorMessage: error ? { text: say(error) } : undefined,
  };
  if (field === "name")
    return <Input {...shared} value={value} autoComplete="name" spellCheck={false} attributes={{ dir: "auto" }} />;
  if (field === "email")
    return (
      <Input
        {...shared}
        value={value}
        type="email"
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="none"
        attributes={{ dir: "ltr" }}
      />
    );
  const autoComplete = field === "new-password" ? "new-password" : "current-password";
  return <PasswordInput {...shared} autoComplete={autoComplete} />;
}
