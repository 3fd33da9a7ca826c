import { follow } from "../watch/follow.client.ts";

/** Changes the look of the page as it stands, so that nothing typed on it is lost, and has the server remember it. */
export function switchLook(element: HTMLElement): void {
  element.addEventListener("click", (event) => {
    const pressed = (event.target as Element).closest("button");
    if (!pressed) return;
    event.preventDefault();
    document.documentElement.classList.toggle(`app-${pressed.name}`, pressed.value === "on");
    element.querySelector<HTMLButtonElement>(`button:not([value=${pressed.value}])`)?.focus({ preventScroll: true });
    const body = new URLSearchParams([[pressed.name, pressed.value]]);
    fetch(element.dataset["look"]!, { method: "POST", body, keepalive: true }).then(
      // Where the visit is over already, this page is too.
      follow,
      () => undefined,
    );
  });
}
