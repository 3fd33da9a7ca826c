import { isolate } from "../../platform/i18n/isolate";
import { Input } from "../../ui/input/input";
import { type Translate, useLocale } from "../../ui/locale/locale";
import { Radios } from "../../ui/radios/radios";
import { Select } from "../../ui/select/select";
import type { AddressView } from "./addresses.server";

/** What a form sent: an empty text where it has no such field. */
export interface AddressTyped {
  get(name: string): string;
}

/** What the page shows: a postcode to type, addresses to choose from, or lines to write, and why. */
export type AddressFound =
  | { mode: "find" }
  | { mode: "hand"; anywhere: boolean; unlisted?: { kind: "outside" | "empty"; postcode: string } }
  | { mode: "pick"; postcode: string; addresses: AddressView[] };

interface Props {
  /** What the names of its fields begin with. */
  name: string;
  typed: AddressTyped;
  found: AddressFound;
  /** A text by its key below `questions:types.address`. */
  say: Translate;
  errorOf: (field: string) => { text: string } | undefined;
  /** Another way to give the address: a link, where its page keeps what was typed, or a button that sends the form. */
  ways: "links" | "buttons";
}

/** The fields of an address: by postcode from the council's list, or typed by hand. They stand in a fieldset of the page's. */
export function AddressFields(props: Props) {
  const { name, found, ways } = props;
  return (
    <>
      {/* The Enter key presses a form's first button: this one, not another way. */}
      {ways === "buttons" && (
        <button type="submit" className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
      )}
      <input type="hidden" name={`${name}-mode`} value={found.mode} />
      {found.mode === "find" && <FindByPostcode {...props} />}
      {found.mode === "hand" && <ByHand {...props} unlisted={found.unlisted} anywhere={found.anywhere} />}
      {found.mode === "pick" && <Pick {...props} postcode={found.postcode} addresses={found.addresses} />}
    </>
  );
}

function FindByPostcode({ name, typed, errorOf, say, ways }: Props) {
  return (
    <>
      <Input
        name={`${name}-postcode`}
        label={{ text: say("postcode") }}
        hint={{ text: say("postcode-hint") }}
        errorMessage={errorOf(`${name}-postcode`)}
        value={typed.get(`${name}-postcode`)}
        autoComplete="postal-code"
        classes="govuk-input--width-10"
        spellCheck={false}
        attributes={{ dir: "ltr" }}
      />
      <OtherWay by="hand" ways={ways}>
        {say("by-hand")}
      </OtherWay>
    </>
  );
}

type Unlisted = Extract<AddressFound, { mode: "hand" }>["unlisted"];

function ByHand({
  name,
  typed,
  errorOf,
  say,
  ways,
  unlisted,
  anywhere,
}: Props & { unlisted: Unlisted; anywhere: boolean }) {
  const line = (part: string, label: string, autoComplete: string, classes?: string) => (
    <Input
      name={`${name}-${part}`}
      label={{ text: say(label) }}
      errorMessage={errorOf(`${name}-${part}`)}
      value={typed.get(`${name}-${part}`)}
      autoComplete={autoComplete}
      classes={classes}
      attributes={{ dir: part === "postcode" ? "ltr" : "auto" }}
    />
  );
  return (
    <>
      {unlisted && (
        <p className="govuk-body">{say(`${unlisted.kind}-by-hand`, { postcode: isolate(unlisted.postcode) })}</p>
      )}
      {line("line1", "line1", "address-line1")}
      {line("line2", "line2", "address-line2")}
      {line("town", "town", "address-level2", "govuk-!-width-two-thirds")}
      {line("postcode", "postcode-by-hand", "postal-code", "govuk-input--width-10")}
      {anywhere && line("country", "country", "country-name", "govuk-!-width-two-thirds")}
      <OtherWay by="postcode" ways={ways}>
        {say("by-postcode")}
      </OtherWay>
    </>
  );
}

/** A few addresses are radios, which are quick to tap; many are a list that opens. */
const fewAddresses = 6;

function Pick({
  name,
  typed,
  errorOf,
  say,
  ways,
  postcode,
  addresses,
}: Props & { postcode: string; addresses: AddressView[] }) {
  const { dir } = useLocale();
  // An option holds no markup: in a right-to-left list a house number would jump behind its street.
  const word = (lines: string[]) => (dir === "rtl" ? isolate(lines.join(", ")) : lines.join(", "));
  const items = [
    ...addresses.map(({ id, lines }) => ({ value: id, text: word(lines) })),
    { value: "not-listed", text: say("not-listed") },
  ];
  const count = say("count", { count: addresses.length, postcode });
  const shared = { name: `${name}-id`, errorMessage: errorOf(`${name}-id`), value: typed.get(`${name}-id`) };
  return (
    <>
      <input type="hidden" name={`${name}-postcode`} value={postcode} />
      {addresses.length <= fewAddresses ? (
        <Radios {...shared} items={items} fieldset={{ legend: { text: say("pick") } }} hint={{ text: count }} />
      ) : (
        <Select
          {...shared}
          items={[{ value: "", text: count }, ...items]}
          label={{ text: say("pick") }}
          classes="app-select--full"
        />
      )}
      <OtherWay by="postcode" ways={ways}>
        {say("change-postcode")}
      </OtherWay>
    </>
  );
}

const OtherWay = ({ by, ways, children }: { by: "hand" | "postcode"; ways: Props["ways"]; children: string }) => (
  <p className="govuk-body">
    {ways === "links" ? (
      <a className="govuk-link" href={`?by=${by}`}>
        {children}
      </a>
    ) : (
      <button type="submit" className="app-link-button govuk-link" name="by" value={by}>
        {children}
      </button>
    )}
  </p>
);
