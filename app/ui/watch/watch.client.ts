import { follow } from "./follow.client.ts";

/** How often a page that waits for somebody else asks how things stand, in milliseconds. */
const EVERY = 2000;

/**
 * Asks again and again how things stand. As soon as the answer of `data-watch` is another than `data-state`, it loads the
 * page anew; or no more than the element itself, from the address in `data-part`, so that the rest stays as it was typed.
 */
export function watch(element: HTMLElement): void {
  const { watch: url = "", part } = element.dataset;
  const look = async () => {
    try {
      const state = await read(url);
      if (state === undefined || state === element.dataset["state"]) return;
      if (!part) return location.reload();
      const markup = await read(part);
      if (markup === undefined) return;
      element.dataset["state"] = state;
      put(element, markup);
    } catch {
      // The line may be back the next time.
    }
  };
  const ask = async () => {
    await look();
    setTimeout(ask, EVERY);
  };
  setTimeout(ask, EVERY);
  if (part) element.addEventListener("submit", (event) => void send(event).then(look));
}

async function read(url: string): Promise<string | undefined> {
  const response = await fetch(url, { headers: { accept: "text/plain" } });
  follow(response);
  return response.ok && !response.redirected ? response.text() : undefined;
}

/** Whoever has the focus in what goes away goes on from where it was; nobody else loses it. */
function put(element: HTMLElement, markup: string): void {
  const hadFocus = element.contains(document.activeElement);
  element.innerHTML = markup;
  if (!hadFocus) return;
  element.tabIndex = -1;
  element.focus();
}

/** Sends a form of the part without leaving the page. */
async function send(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const body = new URLSearchParams([...new FormData(form, event.submitter)] as [string, string][]);
  await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => undefined);
}
