const SHOWN_FOR = 3000;

/** Shows the button, which copies `data-copy` and then says `data-copied` in the status beside it. */
export function offerCopy(button: HTMLElement): void {
  const status = button.parentElement?.querySelector("[role=status]");
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset["copy"] ?? "");
    if (!status) return;
    status.textContent = button.dataset["copied"] ?? "";
    setTimeout(() => {
      status.textContent = "";
    }, SHOWN_FOR);
  });
}
