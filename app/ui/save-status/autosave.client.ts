const PAUSE = 800;

/**
 * Saves what is typed into `form[data-autosave]` to the URL in that attribute: 0.8 s after the last keystroke, as soon as
 * a field is done with, and when the page is left. The answer is `{ saved: "Saved 14:03" }`, shown in `[data-save-status]`; a failure shows
 * `data-autosave-failed` and is tried again with the next input. Submitting is never held up.
 *
 * The field `sent` says how often the step was sent when the page was made. An answer that has another `sent` kept
 * nothing, since the step was sent meanwhile: only what is typed from now on is newer. Saves may arrive in another order
 * than they were sent in, so `turn` counts those of this page.
 */
export function autosave(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const url = form.dataset["autosave"];
  if (!url) return;
  const failed = form.dataset["autosaveFailed"] ?? "";
  const page = Math.random().toString(36).slice(2);
  let turns = 0;
  let timer: number | undefined;
  let sent = toFields(form).toString();
  let isSubmitting = false;
  let isPressing = false;
  let running: AbortController | undefined;

  const toTurn = (fields: URLSearchParams) => {
    const turn = new URLSearchParams(fields);
    turn.set("turn", `${page}.${++turns}`);
    return turn;
  };

  const save = async () => {
    const fields = toFields(form);
    if (isSubmitting || fields.toString() === sent) return;
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const response = await fetch(url, {
        method: "POST",
        body: toTurn(fields),
        headers: { accept: "application/json" },
        keepalive: true,
        signal,
      });
      if (!response.ok) throw new Error(String(response.status));
      const { saved, sent: sentSince } = (await response.json()) as { saved: string; sent?: string };
      if (sentSince !== undefined) {
        fields.set("sent", sentSince);
        form.querySelector<HTMLInputElement>("input[name=sent]")!.value = sentSince;
      }
      sent = fields.toString();
      show(saved);
    } catch {
      if (!signal.aborted) show(failed);
    }
  };

  const saveOnLeaving = () => {
    const fields = toFields(form);
    if (isSubmitting || fields.toString() === sent) return;
    clearTimeout(timer);
    if (navigator.sendBeacon(url, toTurn(fields))) sent = fields.toString();
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE);
  });
  // A button that sends the form makes its field done with as well. What is saved now would race with what is sent: on
  // the first page each of them would begin a draft.
  form.addEventListener("pointerdown", ({ target }) => {
    isPressing = (target as Element).closest("[type=submit], button:not([type])") !== null;
  });
  // A link pressed now, such as another language, shows the same answers: they are on their way before its page is.
  form.addEventListener("change", () => {
    clearTimeout(timer);
    if (isPressing) timer = window.setTimeout(save, PAUSE);
    else void save();
    isPressing = false;
  });
  form.addEventListener("submit", () => {
    isSubmitting = true;
    clearTimeout(timer);
    running?.abort();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saveOnLeaving();
  });
  window.addEventListener("pagehide", saveOnLeaving);
  // Back to a page that the browser kept: it may be typed into again.
  window.addEventListener("pageshow", () => {
    isSubmitting = false;
  });
}

/** The form's fields without files and passwords, which are not for a draft. */
function toFields(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  const secret = new Set([...form.querySelectorAll<HTMLInputElement>("[type=password]")].map(({ name }) => name));
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && !secret.has(name)) fields.append(name, value);
  return fields;
}

function show(text: string): void {
  const status = document.querySelector("[data-save-status]");
  if (status && text && status.textContent !== text) status.textContent = text;
}
