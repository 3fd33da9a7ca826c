export interface ActingBarProps {
  /** Names the bar for those who do not see it. */
  label: string;
  /** "You are acting for", or what it says for oneself. */
  text: string;
  /** The organisation that is acted for; none for oneself. */
  organisation: { name: string; role: string } | undefined;
  switchLabel: string;
  choices: { text: string; href: string; current: boolean }[];
}

/** For whom everything on this page is done, and the way to act for somebody else. Works without scripts. */
export function ActingBar({ label, text, organisation, switchLabel, choices }: ActingBarProps) {
  return (
    <section className={organisation ? "app-acting app-acting--organisation" : "app-acting"} aria-label={label}>
      <div className="govuk-width-container app-acting__inner">
        <p className="app-acting__now">
          {text}
          {organisation && (
            <>
              {" "}
              <strong>
                <bdi>{organisation.name}</bdi>
              </strong>{" "}
              ({organisation.role})
            </>
          )}
        </p>
        <details className="app-acting__switch">
          <summary>{switchLabel}</summary>
          <ul className="app-acting__list">
            {choices.map(({ text, href, current }) => (
              <li key={href}>
                <a className="govuk-link" href={href} aria-current={current ? "true" : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  );
}
