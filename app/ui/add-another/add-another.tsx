import type { ReactNode } from "react";
import { Button } from "../button/button.tsx";
import { Fieldset } from "../fieldset/fieldset.tsx";
import { useWord } from "../locale/words.ts";

interface Submit {
  name: string;
  value: string;
  text?: string | undefined;
}

export interface AddAnotherItem {
  id: string;
  /** Such as "Person 2". */
  title: string;
  children: ReactNode;
  /** Left out where one has to stay. */
  remove?: Submit | undefined;
}

interface AddAnotherProps {
  items: AddAnotherItem[];
  /** Left out when there may be no more. */
  add?: Submit | undefined;
}

/** Several of the same kind on one page. Adding and removing are posts of the whole form, so nothing typed is lost. */
export function AddAnother({ items, add }: AddAnotherProps) {
  const word = useWord();
  return (
    <div className="app-add-another">
      {/* The Enter key presses a form's first button: this one, not "Remove". */}
      <button type="submit" className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
      {items.map(({ id, title, children, remove }) => (
        <div key={id} id={id} className="app-add-another__item">
          <Fieldset legend={{ text: title, classes: "govuk-fieldset__legend--m" }}>
            {children}
            {remove && (
              <Button
                name={remove.name}
                value={remove.value}
                classes="govuk-button--secondary app-add-another__remove"
                attributes={{ formNoValidate: true }}
              >
                {remove.text ?? word("remove")}
                <span className="govuk-visually-hidden"> {title}</span>
              </Button>
            )}
          </Fieldset>
        </div>
      ))}
      {add && (
        <Button name={add.name} value={add.value} classes="govuk-button--secondary">
          {add.text ?? word("addAnother")}
        </Button>
      )}
    </div>
  );
}
