import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { useWord } from "../locale/words.ts";
import type { Attributes, Common, Maybe } from "../props.ts";

export interface LanguageItem {
  text: ReactNode;
  href?: string | undefined;
  lang?: string | undefined;
  hrefLang?: string | undefined;
  dir?: "ltr" | "rtl" | "auto" | undefined;
  current?: boolean | undefined;
  /** In the language of the page, for those who do not read this one. */
  languageDescriptionText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface LanguageNavigationProps extends Common {
  items: Maybe<LanguageItem>[];
  ariaLabel?: string | undefined;
}

export function LanguageNavigation({ items, ariaLabel, classes, attributes }: LanguageNavigationProps) {
  const word = useWord();
  return (
    <nav
      className={join("govuk-language-navigation", classes)}
      aria-label={ariaLabel ?? word("language")}
      {...attributes}
    >
      <ul className="govuk-language-navigation__list">
        {items.map((item, index) =>
          item ? (
            <li key={item.lang ?? index} className="govuk-language-navigation__list-item">
              <LanguageName item={item} />
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  );
}

function LanguageName({ item }: { item: LanguageItem }) {
  const { text, href, lang, dir, classes, attributes, languageDescriptionText } = item;
  if (item.current || !href)
    return (
      <span
        className={join("govuk-language-navigation__text", classes)}
        aria-current="true"
        lang={lang}
        dir={dir}
        {...attributes}
      >
        {text}
      </span>
    );
  return (
    <a
      className={join("govuk-language-navigation__link", classes)}
      href={href}
      rel="alternate"
      lang={lang}
      hrefLang={item.hrefLang || lang}
      dir={dir}
      {...attributes}
    >
      {text}
      {languageDescriptionText && <span className="govuk-visually-hidden">{` ${languageDescriptionText}`}</span>}
    </a>
  );
}
