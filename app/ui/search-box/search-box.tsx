import { Icon } from "../icon/icon.tsx";
import { useWord } from "../locale/words.ts";

export interface SearchBoxProps {
  action: string;
  label: string;
  /** Hides the label where a heading above already asks the question. */
  hideLabel?: boolean | undefined;
  hint?: string | undefined;
  id?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  buttonText?: string | undefined;
  /** What is typed so far, on a page that goes on in the browser. */
  onType?: ((typed: string) => void) | undefined;
}

/** Searches with a plain GET, so that a result can be kept and shared. */
export function SearchBox(props: SearchBoxProps) {
  const { action, label, hideLabel, hint, id = "search", name = "q", value, buttonText, onType } = props;
  const word = useWord();
  return (
    <search>
      <form className="app-search" method="get" action={action} aria-label={label}>
        {!hideLabel && (
          <label className="govuk-label" htmlFor={id}>
            {label}
          </label>
        )}
        {hint && (
          <div className="govuk-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        <div className="app-search__row">
          <input
            className="govuk-input app-search__input"
            id={id}
            name={name}
            type="search"
            aria-label={hideLabel ? label : undefined}
            defaultValue={value}
            onInput={onType && ((event) => onType(event.currentTarget.value))}
            enterKeyHint="search"
            aria-describedby={hint && `${id}-hint`}
          />
          <button className="govuk-button app-search__button" type="submit">
            <Icon name="search" /> <span className="app-search__word">{buttonText ?? word("search")}</span>
          </button>
        </div>
      </form>
    </search>
  );
}
