const PAUSE = 1000;

/** Lets a second click within a second pass by. As in govuk-frontend's script, which a question page need not fetch. */
export function preventDoubleClick(button: HTMLElement): void {
  let last = Number.NEGATIVE_INFINITY;
  button.addEventListener("click", (event) => {
    if (event.timeStamp - last < PAUSE) event.preventDefault();
    else last = event.timeStamp;
  });
}
