import type { ReactNode } from "react";
import { Button } from "../../ui/button/button";
import { ErrorSummary } from "../../ui/error-summary/error-summary";
import { Input } from "../../ui/input/input";
import { useLink, useT } from "../../ui/locale/locale";
import { PasswordInput } from "../../ui/password-input/password-input";

/** What must be put right: text keys below `accounts:errors`, by field. */
export type Errors = Partial<Record<string, string>>;

interface AccountPageProps {
  /** Stands before the main part of the page, as a back link does. */
  before?: ReactNode;
  title: string;
  errors?: Errors | undefined;
  children?: ReactNode;
}

/** A page about an account: its heading, what must be put right, and its content at reading width. */
export function AccountPage({ before, title, errors = {}, children }: AccountPageProps) {
  const t = useT();
  const list = Object.entries(errors).map(([field, error]) => ({
    text: t(`accounts:errors.${error}`),
    href: `#${field}`,
  }));
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
    <form method="post" noValidate id={intent && `form-${intent}`}>
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
  error: string | undefined;
}

/** One of the fields that pages about an account share. What was typed into a password field is never sent back. */
export function AccountField({ field, value, hint, error }: AccountFieldProps) {
  const t = useT();
  const shared = {
    name: field,
    label: { text: t(`accounts:fields.${field}`) },
    hint: hint ? { text: t(`accounts:fields.${field}-hint`) } : undefined,
    errorMessage: error ? { text: t(`accounts:errors.${error}`) } : undefined,
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
