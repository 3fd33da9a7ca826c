import { Icon } from "../icon/icon.tsx";
import { LanguageNavigation } from "../language-navigation/language-navigation.tsx";

export interface HeaderLanguage {
  lng: string;
  /** In the language itself. */
  name: string;
  href: string;
  current: boolean;
  dir?: "ltr" | "rtl" | undefined;
}

/** More names than this would push the page down on a phone: they wait behind a summary. */
const MOST_IN_A_ROW = 6;

export function LanguageNames({ languages, label }: { languages: HeaderLanguage[]; label: string }) {
  const current = languages.find((language) => language.current);
  const items = languages.map(({ lng, name, ...language }) => ({ ...language, lang: lng, text: name }));
  const names = <LanguageNavigation ariaLabel={label} items={items} />;
  return (
    <div className="app-languages" id="languages">
      <div className="govuk-width-container">
        {languages.length <= MOST_IN_A_ROW ? (
          names
        ) : (
          <details>
            <summary>
              <Icon name="language" /> <span className="govuk-visually-hidden">{`${label}: `}</span>
              <span lang={current?.lng}>{current?.name ?? label}</span>
            </summary>
            {names}
          </details>
        )}
      </div>
    </div>
  );
}
