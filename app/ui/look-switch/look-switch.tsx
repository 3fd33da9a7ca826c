import { Button } from "../button/button.tsx";

export interface LookSwitchProps {
  /** The field that is sent, "on" or "off", and with `app-` before it the class of the html element that it switches. */
  name: string;
  /** What the button says while it is off, and while it is on. */
  on: string;
  off: string;
  action: string;
  /** The page to come back to. */
  back: string;
  /** The form of the page, by its id, that is sent in place of an own one: it comes back with what is typed in it. */
  form?: string | undefined;
}

/** Changes how all pages look, by one touch. Of its two buttons the class of the html element shows one. */
export function LookSwitch({ name, on, off, action, back, form }: LookSwitchProps) {
  const buttons = Object.entries({ on, off }).map(([value, text]) => (
    <Button key={value} classes="govuk-button--secondary" name={name} value={value} attributes={{ form }}>
      {text}
    </Button>
  ));
  if (form) return <div data-look={action}>{buttons}</div>;
  return (
    <form role="none" method="post" action={action} data-look={action}>
      <input type="hidden" name="back" value={back} />
      {buttons}
    </form>
  );
}
