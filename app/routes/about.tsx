import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listVenues, type Venue } from "../features/bookings/bookings.server";
import type { Context, PageView } from "../platform/context.server";
import { isolate } from "../platform/i18n/isolate";
import { Page } from "../ui/page/page";

interface AboutView extends PageView {
  lead: string;
  sections: { heading: string; paragraphs: string[]; list: string[]; after: string[] }[];
  reviewed: string;
}

/** When somebody last read these pages against what the portal does. */
const reviewedOn = "2026-11-28";

/** The pages about the website itself: their texts are in `pages.json`, by the path. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { text, path } = context;
  const id = path.replaceAll("/", "");
  return {
    title: text.t(`pages:${id}.title`, valuesOf(context)),
    lead: text.t(`pages:${id}.lead`, valuesOf(context)),
    sections: await sectionsOf(context, `pages:${id}.sections`),
    reviewed: text.t("pages:reviewed", { date: text.date(reviewedOn) }),
  } satisfies AboutView;
}

const valuesOf = ({ config }: Context) => ({
  website: isolate(new URL(config.publicUrl).host),
});

/** Where a section shows what the council's data says, and there is none, it is left out. */
async function sectionsOf(context: Context, key: string): Promise<AboutView["sections"]> {
  const { text } = context;
  const values = valuesOf(context);
  const sections: AboutView["sections"] = [];
  for (let index = 0; text.has(`${key}.${index}.heading`); index++) {
    const own = `${key}.${index}`;
    const shown = text.has(`${own}.shows`) ? await listVenues(context, "advisor") : undefined;
    if (shown?.length === 0) continue;
    sections.push({
      heading: text.t(`${own}.heading`, values),
      paragraphs: text.items(`${own}.paragraphs`, values),
      list: shown?.map(lineOf) ?? text.items(`${own}.list`, values),
      after: text.items(`${own}.after`, values),
    });
  }
  return sections;
}

const lineOf = ({ name, address }: Venue) => isolate([name, address].filter(Boolean).join(", "));

export default function About() {
  const { title, lead, sections, reviewed } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body-l">{lead}</p>
      {sections.map(({ heading, paragraphs, list, after }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          <Paragraphs texts={paragraphs} />
          {list.length > 0 && (
            <ul className="govuk-list govuk-list--bullet">
              {list.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
          <Paragraphs texts={after} />
        </section>
      ))}
      <p className="app-quiet">{reviewed}</p>
    </Page>
  );
}

function Paragraphs({ texts }: { texts: string[] }) {
  return (
    <>
      {texts.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
    </>
  );
}
