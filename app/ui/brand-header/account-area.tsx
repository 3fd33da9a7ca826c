import { Icon } from "../icon/icon.tsx";

export type AccountParams = { signInHref: string } | { name: string; accountHref: string; signOutHref: string };

interface AccountAreaProps {
  account: AccountParams;
  labels: { signIn: string; signOut: string; account: string };
}

export function AccountArea({ account, labels }: AccountAreaProps) {
  if ("signInHref" in account)
    return (
      <div className="app-header__account">
        <a className="govuk-link govuk-link--inverse app-header__link" href={account.signInHref}>
          <Icon name="person" /> {labels.signIn}
        </a>
      </div>
    );
  return (
    <div className="app-header__account">
      <a className="govuk-link govuk-link--inverse app-header__link" href={account.accountHref}>
        <Icon name="person" /> <span className="govuk-visually-hidden">{`${labels.account}: `}</span>
        <bdi>{account.name}</bdi>
      </a>
      <form role="none" method="post" action={account.signOutHref}>
        <button type="submit" className="govuk-link govuk-link--inverse app-link-button app-header__link">
          {labels.signOut}
        </button>
      </form>
    </div>
  );
}
