import { useWord } from "../locale/words.ts";

interface CopyButtonProps {
  /** What is copied. */
  value: string;
  /** Such as "Copy the reference". */
  text?: string | undefined;
  classes?: string | undefined;
}

/** Copies a reference. Without JavaScript it does not show: the reference can be read and selected. */
export function CopyButton({ value, text, classes = "govuk-button--secondary" }: CopyButtonProps) {
  const word = useWord();
  return (
    <span className="app-copy">
      <button
        type="button"
        className={`govuk-button ${classes} app-copy__button`}
        data-copy={value}
        data-copied={word("copied")}
        hidden
      >
        {text ?? word("copy")}
      </button>
      <span role="status" className="app-copy__status" />
    </span>
  );
}
