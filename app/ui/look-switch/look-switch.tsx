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
}

/** Changes how all pages look, by one touch. Of its two buttons the class of the html element shows one. */
export function LookSwitch({ name, on, off, action, back }: LookSwitchProps) {
  return (
    <form role="none" method="post" action={action} data-look={name}>
      <input type="hidden" name="back" value={back} />
      <Button classes="govuk-button--secondary" name={name} value="on">
        {on}
      </Button>
      <Button classes="govuk-button--secondary" name={name} value="off">
        {off}
      </Button>
    </form>
  );
}
