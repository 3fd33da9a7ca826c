import type { ReactNode } from "react";
import { BackLink } from "../../ui/back-link/back-link";

/** The frame of a page of the flow: the way back, then the one thing that the page is about. */
export function Page({ back, children }: { back?: string | undefined; children: ReactNode }) {
  return (
    <>
      {back && <BackLink href={back} />}
      <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">{children}</div>
        </div>
      </main>
    </>
  );
}

export const Caption = ({ children }: { children: ReactNode }) => <span className="govuk-caption-l">{children}</span>;

/** Links to other services that may help. */
export function Related({ title, links }: { title: string; links: { title: string; href: string }[] }) {
  if (links.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <ul className="govuk-list">
        {links.map((link) => (
          <li key={link.href}>
            <a className="govuk-link" href={link.href}>
              {link.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
