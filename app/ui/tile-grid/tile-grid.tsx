import { Icon } from "../icon/icon.tsx";
import type { IconName } from "../icon/icons.ts";
import { type HeadingLevel, heading } from "../props.ts";

export interface Tile {
  icon: IconName;
  /** A verb, such as "Report". */
  title: string;
  href: string;
  /** What it is for, in a few words. */
  hint?: string | undefined;
  /** The most used services; three at most are shown, and none on a phone. */
  links: { href: string; text: string }[];
}

interface TileGridProps {
  tiles: Tile[];
  headingLevel?: HeadingLevel | undefined;
}

/** The ways in: three columns on a wide screen, on a phone one row each that can be tapped anywhere. */
export function TileGrid({ tiles, headingLevel = 2 }: TileGridProps) {
  const Heading = heading(headingLevel);
  return (
    <ul className="app-tiles">
      {tiles.map(({ icon, title, href, hint, links }) => (
        <li key={href} className="app-tile">
          <Icon name={icon} classes="app-tile__icon" />
          <div className="app-tile__words">
            <Heading className="app-tile__heading">
              <a className="govuk-link govuk-link--no-visited-state app-tile__link" href={href}>
                {title}
              </a>
            </Heading>
            {hint && <p className="app-tile__hint">{hint}</p>}
          </div>
          {links.length > 0 && (
            <ul className="app-tile__services">
              {links.slice(0, 3).map((link) => (
                <li key={link.href}>
                  <a className="govuk-link" href={link.href}>
                    {link.text}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <Icon name="next" classes="app-tile__next" />
        </li>
      ))}
    </ul>
  );
}
