/** How often a page that waits for somebody else asks how things stand, in milliseconds. */
const EVERY = 2000;

/** Loads the page anew as soon as the answer of `data-watch` is another than `data-state`. */
export function watch(element: HTMLElement): void {
  const { watch: url = "", state } = element.dataset;
  const ask = async () => {
    try {
      const response = await fetch(url, { headers: { accept: "text/plain" } });
      if (response.redirected) return location.replace(response.url);
      if (response.ok && (await response.text()) !== state) return location.reload();
    } catch {
      // The line may be back the next time.
    }
    setTimeout(ask, EVERY);
  };
  setTimeout(ask, EVERY);
}
