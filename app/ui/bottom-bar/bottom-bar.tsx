import { Button } from "../button/button.tsx";
import { useWord } from "../locale/words.ts";
import { LookSwitch, type LookSwitchProps } from "../look-switch/look-switch.tsx";

interface BottomBarProps {
  /** Names the bar for screen readers. */
  label: string;
  /** Where they lead, or what they ask for. */
  links: ({ href: string; text: string } | { action: string; text: string })[];
  /** What changes how all pages look. */
  switches: LookSwitchProps[];
  /** The form that ends what goes on at this screen. */
  end: { action: string; text: string };
}

/** A bar that stays where it is: the buttons that somebody at a shared screen needs on every page. */
export function BottomBar({ label, links, switches, end }: BottomBarProps) {
  const word = useWord();
  return (
    <nav className="app-bottom-bar" id="visit" tabIndex={-1} aria-label={label}>
      <button type="button" className="govuk-button govuk-button--secondary" data-back="" hidden>
        {word("back")}
      </button>
      {links.map((link) =>
        "action" in link ? (
          <form key={link.action} role="none" method="post" action={link.action}>
            <Button classes="govuk-button--secondary">{link.text}</Button>
          </form>
        ) : (
          <a key={link.href} className="govuk-button govuk-button--secondary" href={link.href}>
            {link.text}
          </a>
        ),
      )}
      {switches.map((one) => (
        <LookSwitch key={one.name} {...one} />
      ))}
      <form role="none" method="post" action={end.action}>
        <Button classes="govuk-button--warning">{end.text}</Button>
      </form>
    </nav>
  );
}
