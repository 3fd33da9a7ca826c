/** Shows a button that goes back, as the browser's own does where there is one. */
export function goBack(button: HTMLElement): void {
  button.hidden = false;
  button.addEventListener("click", () => history.back());
}
