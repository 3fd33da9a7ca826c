import { Button } from "../button/button.tsx";
import { classes as join } from "../classes.ts";
import { Input, type InputProps } from "../input/input.tsx";
import { useLocale } from "../locale/locale.tsx";
import { useWord } from "../locale/words.ts";
import type { Common } from "../props.ts";
import { type PasswordMessages, toMessages } from "./messages.ts";

type Shared = "name" | "id" | "label" | "hint" | "errorMessage" | "value" | "disabled" | "describedBy" | "formGroup";

export interface PasswordInputProps extends Pick<InputProps, Shared | "classes" | "attributes"> {
  autoComplete?: "current-password" | "new-password" | undefined;
  button?: Pick<Common, "classes"> | undefined;
  /** Overrides what the script says. Left out, the reader's language is used. */
  messages?: PasswordMessages | undefined;
}

export function PasswordInput(props: PasswordInputProps) {
  const { name, id = name, formGroup, button, messages, autoComplete = "current-password" } = props;
  const word = useWord();
  const locale = useLocale();
  const toggle = (
    <>
      <Button
        type="button"
        classes={join(
          "govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
          button?.classes,
        )}
        attributes={{
          "aria-controls": id,
          "aria-label": messages?.showPasswordAriaLabel ?? word("showPassword"),
          hidden: true,
        }}
      >
        {messages?.showPassword ?? word("show")}
      </Button>
      {formGroup?.after}
    </>
  );
  const attributes = {
    "data-module": "govuk-password-input",
    ...toMessages(messages, locale, word),
    ...formGroup?.attributes,
  };
  return (
    <Input
      {...props}
      id={id}
      type="password"
      spellCheck={false}
      autoCapitalize="none"
      autoComplete={autoComplete}
      classes={join("govuk-password-input__input govuk-js-password-input-input", props.classes)}
      inputWrapper={{ classes: "govuk-password-input__wrapper" }}
      formGroup={{
        ...formGroup,
        attributes,
        classes: join("govuk-password-input", formGroup?.classes),
        after: toggle,
      }}
    />
  );
}
