import type { ReactNode } from "react";
import { Button } from "../button/button.tsx";

export interface GivenBackProps {
  title: string;
  /** What has become of it, and what to do. */
  body: string[];
  /** What somebody typed, to be copied. */
  texts: string[];
  /** The same, where more is known of it than the bare texts. */
  children?: ReactNode;
  /** Sends the same form once more. */
  again?: { label: string; action: string; fields: [name: string, value: string][] } | undefined;
}

/** What somebody sent that could not be taken: they copy it, or send it again. */
export function GivenBack({ title, body, texts, children, again }: GivenBackProps) {
  return (
    <section aria-labelledby="given-back">
      <h2 className="govuk-heading-m" id="given-back">
        {title}
      </h2>
      {body.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
      {children}
      {texts.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {texts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may be typed twice, and the list never changes.
            <li className="app-given-back__text" key={index} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
      {again && (
        <form role="none" method="post" action={again.action}>
          {again.fields.map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand twice, and the list never changes.
            <input type="hidden" name={name} value={value} key={index} />
          ))}
          <Button preventDoubleClick>{again.label}</Button>
        </form>
      )}
    </section>
  );
}
