interface ChimeButtonProps {
  /** The id of the list that is listened to: a sound is heard when it gets another `data-call`. */
  of: string;
  /** Such as "Sound when somebody calls". */
  on: string;
}

/** Switches a sound on and off. Browsers make none before they are touched, and none without scripts: then it does not show. */
export function ChimeButton({ of, on }: ChimeButtonProps) {
  return (
    <button
      type="button"
      className="govuk-button govuk-button--secondary app-chime"
      data-chime={of}
      aria-pressed="false"
      hidden
    >
      {on}
    </button>
  );
}
