import type { PageView } from "../../platform/context.server";
import { Card } from "../../ui/card/card";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { SearchBox } from "../../ui/search-box/search-box";
import { type Tile, TileGrid } from "../../ui/tile-grid/tile-grid";
import { CaseCards, type CaseCardView } from "../cases/cases";
import type { NoticeView } from "../directory/directory.server";
import { Collection } from "./collection";
import type { CollectionView } from "./collection.server";

export { AccountPage, type AccountView } from "./account-page";

export interface HomeView extends PageView {
  carryOn: { title: string; saved: string; href: string } | undefined;
  inProgress: CaseCardView[];
  tiles: Tile[];
  /** None for an organisation: households only have one. */
  collection: CollectionView | undefined;
  notices: NoticeView[];
}

/** The front page: what is the reader's own first, then the ways in, then what concerns everybody. */
export function HomePage({ view }: { view: HomeView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page wide classes="app-home">
      <h1 className="govuk-heading-l">{t("home:title")}</h1>
      <SearchBox action={link("/search")} label={t("home:search")} hideLabel />
      <Own view={view} />
      <h2 className="govuk-visually-hidden">{t("home:ways.title")}</h2>
      <TileGrid tiles={view.tiles} headingLevel={3} />
      <p className="govuk-body app-actions">
        <a className="govuk-link" href={link("/services")}>
          {t("home:all-services")}
        </a>
        <a className="govuk-link" href={link("/track")}>
          {t("home:track")}
        </a>
      </p>
      <div className="govuk-grid-row">
        {view.collection && (
          <div className="govuk-grid-column-one-half">
            <Collection view={view.collection} />
          </div>
        )}
        <div className="govuk-grid-column-one-half">
          <Notices notices={view.notices} />
        </div>
      </div>
    </Page>
  );
}

function Own({ view: { carryOn, inProgress } }: { view: HomeView }) {
  const t = useT();
  if (!carryOn && inProgress.length === 0) return null;
  return (
    <div className="app-own">
      {carryOn && (
        <section aria-labelledby="carry-on">
          <h2 className="govuk-heading-s govuk-!-margin-bottom-2" id="carry-on">
            {t("home:carry-on")}
          </h2>
          <Card title={carryOn.title} href={carryOn.href} aside={carryOn.saved} />
        </section>
      )}
      {inProgress.length > 0 && (
        <section aria-labelledby="in-progress">
          <h2 className="govuk-heading-s govuk-!-margin-bottom-2" id="in-progress">
            {t("home:in-progress")}
          </h2>
          <CaseCards cards={inProgress} />
        </section>
      )}
    </div>
  );
}

function Notices({ notices }: { notices: NoticeView[] }) {
  const t = useT();
  return (
    <section aria-labelledby="notices">
      <h2 className="govuk-heading-m" id="notices">
        {t("home:notices")}
      </h2>
      {notices.length === 0 && <p className="govuk-body">{t("home:no-notices")}</p>}
      {notices.map(({ id, title, body, lng }) => (
        <article key={id} lang={lng} dir="auto" aria-labelledby={`notice-${id}`}>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-0" id={`notice-${id}`}>
            {title}
          </h3>
          <p className="govuk-body">{body}</p>
        </article>
      ))}
    </section>
  );
}
