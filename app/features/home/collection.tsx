import { isolate } from "../../platform/i18n/isolate";
import { Button } from "../../ui/button/button";
import { Input } from "../../ui/input/input";
import { useLink, useT } from "../../ui/locale/locale";
import { Select } from "../../ui/select/select";
import type { CollectionView } from "./collection.server";

/** "Your next collection": a postcode, an address where there are several, and the days, all in one place. */
export function Collection({ view }: { view: CollectionView }) {
  const t = useT();
  return (
    <section aria-labelledby="collection">
      <h2 className="govuk-heading-m" id="collection">
        {t("home:collection.title")}
      </h2>
      {view.address !== undefined && <Days view={view} />}
      {view.addresses.length > 0 && <ChooseAddress view={view} />}
      {view.address === undefined && view.addresses.length === 0 && <AskPostcode view={view} />}
    </section>
  );
}

function AskPostcode({ view: { postcode, error } }: { view: CollectionView }) {
  const t = useT();
  const link = useLink();
  return (
    <form method="get" action={`${link("/")}#collection`} noValidate aria-labelledby="collection">
      <Input
        name="postcode"
        label={{ text: t("home:collection.postcode") }}
        hint={{ text: t("home:collection.postcode-hint") }}
        classes="govuk-input--width-10"
        value={postcode}
        autoComplete="postal-code"
        attributes={{ dir: "ltr" }}
        errorMessage={error ? { text: t(`home:collection.errors.${error}`) } : undefined}
      />
      <Button classes="govuk-button--secondary">{t("home:collection.button")}</Button>
    </form>
  );
}

function ChooseAddress({ view: { postcode, addresses, error } }: { view: CollectionView }) {
  const t = useT();
  const link = useLink();
  return (
    <form method="get" action={`${link("/")}#collection`} noValidate aria-labelledby="collection">
      <input type="hidden" name="postcode" value={postcode} />
      <Select
        name="address"
        label={{ text: t("home:collection.address", { postcode: isolate(postcode) }) }}
        classes="govuk-!-width-full"
        items={[{ value: "", text: t("home:collection.choose", { count: addresses.length }) }, ...addresses]}
        errorMessage={error ? { text: t(`home:collection.errors.${error}`) } : undefined}
      />
      <div className="app-actions">
        <Button classes="govuk-button--secondary">{t("home:collection.button")}</Button>
        <Again />
      </div>
    </form>
  );
}

function Days({ view: { address, days, error } }: { view: CollectionView }) {
  const t = useT();
  return (
    <>
      <p className="govuk-body">
        <bdi>{address}</bdi>
      </p>
      {error && <p className="govuk-body">{t(`home:collection.errors.${error}`)}</p>}
      <ul className="govuk-list">
        {days.map(({ day, bins, moved }) => (
          <li key={`${day} ${bins}`}>
            <strong>{day}</strong>: {bins}
            {moved && <span className="app-quiet"> ({moved})</span>}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        <Again />
      </p>
    </>
  );
}

function Again() {
  const t = useT();
  const link = useLink();
  return (
    <a className="govuk-link" href={`${link("/")}?another=1#collection`}>
      {t("home:collection.again")}
    </a>
  );
}
