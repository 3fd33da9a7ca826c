import type { CollectionDay, MissedView } from "../../../features/places/places.server";
import type { Texts } from "../../../platform/i18n/i18n.server";
import type { QuestionOf } from "../../../services/service";
import { Checkboxes } from "../../../ui/checkboxes/checkboxes";
import { ErrorMessage } from "../../../ui/error-message/error-message";
import { Fieldset } from "../../../ui/fieldset/fieldset";
import { legendOf } from "../heading";
import { errorOf, type ViewProps } from "../question";
import { optionItems } from "../radios/radios";
import type { Words } from "../words";
import { idOf, itemText } from "./item-text";

/** The collections that can be reported, after what there is to know of the others. */
export function CollectionView(props: ViewProps<QuestionOf<"collection">>) {
  const { question, name, fields, errors, words, isHeading, text } = props;
  const found = props.found as MissedView;
  const lines = linesOf(found, question, words, text);
  const legend = legendOf(words, isHeading);
  const error = errorOf(errors, name);
  if (found.open.length === 0)
    return (
      <Fieldset attributes={{ id: name, tabIndex: -1 }} legend={legend}>
        {error && <ErrorMessage>{error.text}</ErrorMessage>}
        {[words.say("nothing"), ...lines].map((line) => (
          <p className="govuk-body" key={line}>
            {line}
          </p>
        ))}
        <input type="hidden" name={name} value={question.options[0]!.id} />
      </Fieldset>
    );
  const [first, ...others] = optionItems(question.options, words, text);
  return (
    <Checkboxes
      name={name}
      fieldset={{ legend }}
      hint={{
        text: lines.map((line) => (
          <p className="govuk-!-margin-top-0 govuk-!-margin-bottom-2" key={line}>
            {line}
          </p>
        )),
      }}
      errorMessage={error}
      values={fields.all(name)}
      items={[
        ...found.open.map((one) => ({ value: idOf(one), text: itemText(one, words, text) })),
        { divider: text.t("flow:or") },
        { ...first!, behaviour: "exclusive" as const },
        ...others,
      ]}
    />
  );
}

/** What the calendar says: today's that are not over, those reported too late, and the next ones. */
function linesOf({ today, late, next }: MissedView, question: QuestionOf<"collection">, words: Words, text: Texts) {
  const bins = (days: CollectionDay[]) =>
    text.list([...new Set(days.flatMap((day) => day.bins))].map((bin) => text.t(`flow:bins.${bin}`)));
  const days = text.list([...new Set(late.map(({ date }) => date))].map((date) => text.day(date)));
  return [
    ...(today.length > 0 ? [words.say("wait", { bins: bins(today) })] : []),
    ...(late.length > 0 ? [words.say("late", { days, number: question.withinWorkingDays })] : []),
    ...(next ? [words.say("next", { day: text.day(next.date), bins: bins([next]) })] : []),
  ];
}
