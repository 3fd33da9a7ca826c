/** A form has been sent, and its answer is the next page. */
let isLeaving = false;

window.addEventListener("submit", ({ defaultPrevented, target }) => {
  if (!defaultPrevented && !(target as HTMLFormElement).target) isLeaving = true;
});
window.addEventListener("pageshow", () => {
  isLeaving = false;
});

/** Goes where an answer to the page itself leads: what it belongs to is over. Never away from what was sent meanwhile. */
export function follow({ redirected, url }: Response): void {
  if (redirected && !isLeaving) location.replace(url);
}
