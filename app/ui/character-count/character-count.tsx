import { classes as join } from "../classes.ts";
import { Hint } from "../hint/hint.tsx";
import { useLocale } from "../locale/locale.tsx";
import { useWord } from "../locale/words.ts";
import type { Common } from "../props.ts";
import { Textarea, type TextareaProps } from "../textarea/textarea.tsx";
import { type CountMessages, toI18nAttributes } from "./messages.ts";

export interface CharacterCountProps extends TextareaProps {
  maxlength?: number | undefined;
  maxwords?: number | undefined;
  countType?: "characters" | "words" | undefined;
  /** Percentage of the limit from which the count is shown. */
  threshold?: number | undefined;
  countMessage?: Pick<Common, "classes"> | undefined;
  /** Says the limit before any script runs; `%{count}` is filled in. */
  textareaDescriptionText?: string | undefined;
  /** Overrides what the script says. Left out, the reader's language is used. */
  messages?: CountMessages | undefined;
}

/** A textarea that says how much room is left. The limit is a hint, never a cut. */
export function CharacterCount(props: CharacterCountProps) {
  const { name, id = name, maxlength, maxwords, countMessage, formGroup, textareaDescriptionText } = props;
  const locale = useLocale();
  const word = useWord();
  const countType = props.countType ?? (maxwords ? "words" : undefined);
  const limit = maxwords || maxlength;
  const limitText = textareaDescriptionText ?? word(countType === "words" ? "limitWords" : "limitCharacters");
  const attributes = {
    "data-module": "govuk-character-count",
    "data-maxlength": maxlength,
    "data-maxwords": maxwords,
    "data-threshold": props.threshold,
    "data-count-type": countType,
    ...(limit ? undefined : { "data-i18n.textarea-description.other": textareaDescriptionText }),
    ...toI18nAttributes(props.messages, locale),
    ...formGroup?.attributes,
  };
  const message = (
    <>
      <Hint id={`${id}-info`} classes={join("govuk-character-count__message", countMessage?.classes)}>
        {limit ? limitText.replace("%{count}", String(limit)) : undefined}
      </Hint>
      {formGroup?.after}
    </>
  );
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={`${id}-info`}
      classes={join("govuk-js-character-count", props.classes)}
      formGroup={{
        ...formGroup,
        attributes,
        classes: join("govuk-character-count", formGroup?.classes),
        after: message,
      }}
    />
  );
}
