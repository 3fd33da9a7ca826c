import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageView } from "../platform/context.server";
import { readCatalogue } from "../services/catalogue.server";
import { type Process, processes } from "../services/service";
import { useLink, useT } from "../ui/locale/locale";
import { Page } from "../ui/page/page";
import { SearchBox } from "../ui/search-box/search-box";

interface ServicesView extends PageView {
  groups: { id: Process; services: { title: string; summary: string; href: string }[] }[];
}

/** Every service, by what one does with it, in the order of the reader's alphabet. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { text, lng } = context;
  const { all } = await readCatalogue(context);
  const listed = all
    .map(({ id, processes: [first] }) => ({
      process: first,
      title: text.t(`services/${id}:title`),
      summary: text.t(`services/${id}:summary`),
      href: text.link(`/services/${id}`),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, lng));
  const groups = processes.map((id) => ({ id, services: listed.filter((service) => service.process === id) }));
  return {
    title: text.t("home:services.title"),
    groups: groups.filter((group) => group.services.length > 0),
  } satisfies ServicesView;
}

export default function Services() {
  const t = useT();
  const link = useLink();
  const { title, groups } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="govuk-heading-l">{title}</h1>
      <SearchBox action={link("/search")} label={t("home:search")} />
      <nav aria-label={t("home:services.groups")}>
        <ul className="govuk-list app-actions">
          {groups.map(({ id }) => (
            <li key={id}>
              <a className="govuk-link" href={`#${id}`}>
                {t(`home:ways.${id}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ id, services }) => (
        <section key={id} aria-labelledby={id}>
          <h2 className="govuk-heading-m" id={id}>
            {t(`home:ways.${id}.title`)}
          </h2>
          <ul className="govuk-list app-stack govuk-!-margin-bottom-8">
            {services.map((service) => (
              <li key={service.href}>
                <a className="govuk-link govuk-!-font-weight-bold" href={service.href}>
                  {service.title}
                </a>

                <p className="govuk-body govuk-!-margin-bottom-0">{service.summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
