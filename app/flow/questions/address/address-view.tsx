import type { AddressView } from "../../../features/places/places.server";
import type { QuestionOf } from "../../../services/service";
import { Fieldset } from "../../../ui/fieldset/fieldset";
import { Hint } from "../../../ui/hint/hint";
import { Input } from "../../../ui/input/input";
import { Radios } from "../../../ui/radios/radios";
import { Select } from "../../../ui/select/select";
import { hintOf, legendOf } from "../heading";
import { errorOf, type ViewProps } from "../question";
import type { AddressFound } from "./address";

type Props = ViewProps<QuestionOf<"address">>;

export function AddressQuestion(props: Props) {
  const { name, words, isHeading } = props;
  const found = props.found as AddressFound;
  const legend = legendOf(words, isHeading);
  const hint = hintOf(words);
  return (
    <Fieldset legend={legend} describedBy={hint ? `${name}-hint` : undefined}>
      {hint && <Hint id={`${name}-hint`}>{hint.text}</Hint>}
      <input type="hidden" name={`${name}-mode`} value={found.mode} />
      {found.mode === "find" && <FindByPostcode {...props} />}
      {found.mode === "hand" && <ByHand {...props} />}
      {found.mode === "pick" && <Pick {...props} postcode={found.postcode} addresses={found.addresses} />}
    </Fieldset>
  );
}

function FindByPostcode({ name, fields, errors, words }: Props) {
  return (
    <>
      <Input
        name={`${name}-postcode`}
        label={{ text: words.say("postcode") }}
        hint={{ text: words.say("postcode-hint") }}
        errorMessage={errorOf(errors, `${name}-postcode`)}
        value={fields.get(`${name}-postcode`)}
        autoComplete="postal-code"
        classes="govuk-input--width-10"
        spellCheck={false}
        attributes={{ dir: "ltr" }}
      />
      <OtherWay href="?by=hand">{words.say("by-hand")}</OtherWay>
    </>
  );
}

function ByHand({ name, fields, errors, words }: Props) {
  const line = (part: string, label: string, autoComplete: string, classes?: string) => (
    <Input
      name={`${name}-${part}`}
      label={{ text: words.say(label) }}
      errorMessage={errorOf(errors, `${name}-${part}`)}
      value={fields.get(`${name}-${part}`)}
      autoComplete={autoComplete}
      classes={classes}
    />
  );
  return (
    <>
      {line("line1", "line1", "address-line1")}
      {line("line2", "line2", "address-line2")}
      {line("town", "town", "address-level2", "govuk-!-width-two-thirds")}
      {line("postcode", "postcode-by-hand", "postal-code", "govuk-input--width-10")}
      <OtherWay href="?by=postcode">{words.say("by-postcode")}</OtherWay>
    </>
  );
}

/** A few addresses are radios, which are quick to tap; many are a list that opens. */
const fewAddresses = 6;

function Pick({
  name,
  fields,
  errors,
  words,
  postcode,
  addresses,
}: Props & { postcode: string; addresses: AddressView[] }) {
  const items = [
    ...addresses.map((address) => ({ value: address.id, text: address.lines.join(", ") })),
    { value: "not-listed", text: words.say("not-listed") },
  ];
  const count = words.say("count", { count: addresses.length, postcode });
  const shared = { name: `${name}-id`, errorMessage: errorOf(errors, `${name}-id`), value: fields.get(`${name}-id`) };
  return (
    <>
      <input type="hidden" name={`${name}-postcode`} value={postcode} />
      {addresses.length <= fewAddresses ? (
        <Radios {...shared} items={items} fieldset={{ legend: { text: words.say("pick") } }} hint={{ text: count }} />
      ) : (
        <Select
          {...shared}
          items={[{ value: "", text: count }, ...items]}
          label={{ text: words.say("pick") }}
          classes="app-select--full"
        />
      )}
      <OtherWay href="?by=postcode">{words.say("change-postcode")}</OtherWay>
    </>
  );
}

const OtherWay = ({ href, children }: { href: string; children: string }) => (
  <p className="govuk-body">
    <a className="govuk-link" href={href}>
      {children}
    </a>
  </p>
);
