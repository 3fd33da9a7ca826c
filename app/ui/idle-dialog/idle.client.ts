import { follow } from "../watch/follow.client.ts";

/**
 * Counts the seconds since somebody last touched the screen. It warns with the dialog, then sends the form inside it,
 * which ends all. While the dialog is open, only its own button says that somebody is there. A part of the page may come
 * and go with limits of its own, as `data-idle-limits="570 600"`: when the limits change, the count begins anew.
 */
export function watchIdle(element: HTMLElement): void {
  const dialog = element as HTMLDialogElement;
  const { idle = "", warnAfter, endAfter, tellEvery } = dialog.dataset;
  const own = `${warnAfter} ${endAfter}`;
  const every = Number(tellEvery);
  const left = dialog.querySelector("progress");
  let touched = Date.now();
  let told = touched;
  const findLimits = () => document.querySelector<HTMLElement>("[data-idle-limits]")?.dataset["idleLimits"] ?? own;
  let limits = findLimits();

  const tell = () => {
    told = Date.now();
    // Where the visit is over already, this page is too.
    fetch(idle, { method: "POST", body: new URLSearchParams(), headers: { accept: "application/json" } }).then(
      follow,
      () => undefined,
    );
  };
  const touch = () => {
    if (dialog.open) return;
    touched = Date.now();
    if (touched - told > every * 1000) tell();
  };
  const stay = () => {
    dialog.close();
    touched = Date.now();
    tell();
  };
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove", "input"])
    document.addEventListener(kind, touch, { passive: true, capture: true });
  dialog.querySelector("button[type=button]")?.addEventListener("click", stay);
  dialog.addEventListener("cancel", stay);

  const timer = window.setInterval(() => {
    if (limits !== findLimits()) {
      limits = findLimits();
      touched = Date.now();
      dialog.close();
    }
    const [warn = 0, end = 0] = limits.split(" ").map(Number);
    const idleFor = (Date.now() - touched) / 1000;
    if (left) left.value = Math.max(0, end - idleFor);
    if (idleFor >= end) {
      clearInterval(timer);
      dialog.querySelector("form")?.requestSubmit();
    } else if (idleFor >= warn && !dialog.open) dialog.showModal();
  }, 1000);

  // A page that the browser kept may be another person's: it is asked for anew.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
