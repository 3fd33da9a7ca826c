import type { ReactNode } from "react";
import { Icon } from "../icon/icon.tsx";

export interface BrandFooterProps {
  council: { name: string };
  links: { href: string; text: string }[];
  /** Shown and dialled; spaces are left out of the link. */
  phone?: { label: string; number: string } | undefined;
  hours?: ReactNode;
  /** Names the list of links for screen readers. */
  linksLabel: string;
}

export function BrandFooter({ council, links, phone, hours, linksLabel }: BrandFooterProps) {
  return (
    <footer className="app-footer">
      <div className="govuk-width-container app-footer__inner">
        {(phone || hours) && (
          <div className="app-footer__contact">
            {phone && (
              <p className="app-footer__phone">
                <Icon name="phone" /> {phone.label}{" "}
                <a
                  className="govuk-link govuk-link--text-colour app-footer__link"
                  href={`tel:${phone.number.replace(/[^\d+]/g, "")}`}
                >
                  <bdi dir="ltr">{phone.number.replaceAll(" ", "\u00a0")}</bdi>
                </a>
              </p>
            )}
            {hours && (
              <p className="app-footer__hours">
                <Icon name="clock" /> {hours}
              </p>
            )}
          </div>
        )}
        {links.length > 0 && (
          <nav aria-label={linksLabel}>
            <ul className="app-footer__list">
              {links.map(({ href, text }) => (
                <li key={href}>
                  <a className="govuk-link govuk-link--text-colour app-footer__link" href={href}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p className="app-footer__council">
          <Icon name="fern" /> {council.name}
        </p>
      </div>
    </footer>
  );
}
