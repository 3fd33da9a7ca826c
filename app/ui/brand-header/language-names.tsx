import { Icon } from "../icon/icon.tsx";

export interface HeaderLanguage {
  lng: string;
  /** In the language itself. */
  name: string;
  href: string;
  current: boolean;
  dir?: "ltr" | "rtl" | undefined;
}

/** More than this many names would push the page down on a phone: they wait behind a summary there and everywhere. */
const MOST_IN_A_ROW = 6;

export function LanguageNames({ languages, label }: { languages: HeaderLanguage[]; label: string }) {
  const current = languages.find((language) => language.current);
  const names = (
    <ul className="app-languages__list">
      {languages.map((language) => (
        <li key={language.lng}>
          <LanguageName language={language} />
        </li>
      ))}
    </ul>
  );
  return (
    <nav className="app-languages" aria-label={label}>
      <div className="govuk-width-container app-languages__row">
        {languages.length <= MOST_IN_A_ROW ? (
          names
        ) : (
          <details className="app-languages__more">
            <summary>
              <Icon name="language" /> <span lang={current?.lng}>{current?.name ?? label}</span>
            </summary>
            {names}
          </details>
        )}
      </div>
    </nav>
  );
}

function LanguageName({ language: { lng, name, href, current, dir } }: { language: HeaderLanguage }) {
  return (
    <a
      className="app-languages__link"
      href={href}
      lang={lng}
      dir={dir}
      hrefLang={lng}
      rel={current ? undefined : "alternate"}
      aria-current={current ? "true" : undefined}
    >
      {name}
    </a>
  );
}
