import { Button } from "../button/button.tsx";
import { useWord } from "../locale/words.ts";

interface BottomBarProps {
  /** Names the bar for screen readers. */
  label: string;
  links: { href: string; text: string }[];
  /** The form that ends what goes on at this screen. */
  end: { action: string; text: string };
}

/** A bar that stays where it is: the buttons that somebody at a shared screen needs on every page. */
export function BottomBar({ label, links, end }: BottomBarProps) {
  const word = useWord();
  return (
    <nav className="app-bottom-bar" id="visit" tabIndex={-1} aria-label={label}>
      <button type="button" className="govuk-button govuk-button--secondary" data-back="" hidden>
        {word("back")}
      </button>
      {links.map(({ href, text }) => (
        <a key={href} className="govuk-button govuk-button--secondary" href={href}>
          {text}
        </a>
      ))}
      <form role="none" method="post" action={end.action}>
        <Button classes="govuk-button--warning">{end.text}</Button>
      </form>
    </nav>
  );
}
