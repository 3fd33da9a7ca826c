import { Button } from "../button/button.tsx";

interface IdleDialogProps {
  title: string;
  body: string;
  stay: string;
  end: string;
  /** Where the page says that somebody is there, and where it ends. */
  stayAction: string;
  endAction: string;
  /** Seconds without a touch, until it warns and until it ends. */
  warnAfter: number;
  endAfter: number;
  /** The server hears of a reader who only scrolls this often, in seconds. */
  tellEvery: number;
}

/** Warns that a shared screen will be cleared, and clears it; see `watchIdle`. Whoever is there says so. */
export function IdleDialog(props: IdleDialogProps) {
  const { title, body, stay, end, stayAction, endAction, warnAfter, endAfter, tellEvery } = props;
  return (
    <dialog
      className="app-idle"
      aria-labelledby="idle-title"
      aria-describedby="idle-body"
      data-idle={stayAction}
      data-warn-after={warnAfter}
      data-end-after={endAfter}
      data-tell-every={tellEvery}
    >
      <h2 className="govuk-heading-l" id="idle-title">
        {title}
      </h2>
      <p className="govuk-body" id="idle-body">
        {body}
      </p>
      <progress className="app-idle__left" aria-hidden="true" max={endAfter - warnAfter} value={endAfter - warnAfter} />
      <div className="app-actions">
        <Button type="button" attributes={{ autoFocus: true }}>
          {stay}
        </Button>
        <form role="none" method="post" action={endAction}>
          <Button classes="govuk-button--secondary">{end}</Button>
        </form>
      </div>
    </dialog>
  );
}
