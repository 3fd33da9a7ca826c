import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageView } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { isUnwritten } from "../platform/http/shared-screen";
import { isolate } from "../platform/i18n/isolate";
import { cutText, plainLine } from "../platform/typed";
import { type Hit, search } from "../services/search.server";
import { useLink, useT } from "../ui/locale/locale";
import { Page } from "../ui/page/page";
import { SearchBox } from "../ui/search-box/search-box";

interface SearchView extends PageView {
  query: string;
  hits: Hit[];
  phone: string;
}

/** What is shown of a query, however long it was. */
const shownLength = 100;

export async function loader({ context }: LoaderFunctionArgs) {
  const typed = plainLine(fieldOf(context.url.searchParams, "q"));
  const query = cutText(typed, shownLength);
  const { text, lng, config } = context;
  return {
    // A browser keeps titles too.
    title: query && !isUnwritten(context.url) ? text.t("search:title-for", { query }) : text.t("search:title"),
    query,
    hits: query ? await search(context, lng, typed) : [],
    phone: isolate(config.council.phone),
  } satisfies SearchView;
}

export default function Search() {
  const t = useT();
  const link = useLink();
  const { query, hits, phone } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="govuk-heading-l">{t("search:title")}</h1>
      <SearchBox action={link("/search")} label={t("search:label")} value={query} />
      {!query && <p className="govuk-body">{t("search:empty")}</p>}
      {query && hits.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("search:count", { count: hits.length })}</h2>
          <Hits hits={hits} />
        </>
      )}
      {query && hits.length === 0 && <Nothing query={query} phone={phone} />}
    </Page>
  );
}

function Hits({ hits }: { hits: Hit[] }) {
  const link = useLink();
  return (
    <ul className="govuk-list app-stack">
      {hits.map(({ path, title, summary }) => (
        <li key={path}>
          <a className="govuk-link govuk-!-font-weight-bold" href={link(path)}>
            {title}
          </a>
          <p className="govuk-body govuk-!-margin-bottom-0">{summary}</p>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ query, phone }: { query: string; phone: string }) {
  const t = useT();
  const link = useLink();
  return (
    <>
      <h2 className="govuk-heading-m">{t("search:none", { query: isolate(query) })}</h2>
      <p className="govuk-body">{t("search:none-what")}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t("search:none-do.0")}</li>
        <li>{t("search:none-do.1")}</li>
        <li>
          <a className="govuk-link" href={link("/services")}>
            {t("search:none-services")}
          </a>
        </li>
        <li>{t("search:none-call", { phone })}</li>
      </ul>
    </>
  );
}
