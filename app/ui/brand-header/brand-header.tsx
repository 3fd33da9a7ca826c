import { Icon } from "../icon/icon.tsx";
import { AccountArea, type AccountParams } from "./account-area.tsx";
import { type HeaderLanguage, LanguageNames } from "./language-names.tsx";

export interface BrandHeaderProps {
  council: { name: string };
  product: string;
  homeHref: string;
  languages: HeaderLanguage[];
  /** Left out where nobody can sign in. */
  account?: AccountParams | undefined;
  labels: {
    /** Names the list of languages, such as "Language". */
    languages: string;
    signIn: string;
    signOut: string;
    /** Stands before the person's name for those who cannot see the picture, such as "Your account". */
    account: string;
  };
}

/** Whose site it is, in which languages, and who is signed in. Plain links and one form: no script. */
export function BrandHeader({ council, product, homeHref, languages, account, labels }: BrandHeaderProps) {
  return (
    <header className="app-header">
      <div className="govuk-width-container app-header__bar">
        <a className="govuk-link govuk-link--inverse govuk-link--no-underline app-header__home" href={homeHref}>
          <Icon name="fern" classes="app-header__mark" />
          <span className="app-header__names">
            <span className="app-header__council">{council.name}</span>{" "}
            <span className="app-header__product">{product}</span>
          </span>
        </a>
        {account && <AccountArea account={account} labels={labels} />}
      </div>
      {languages.length > 1 && <LanguageNames languages={languages} label={labels.languages} />}
    </header>
  );
}
