import { goBack } from "./bottom-bar/back.client.ts";
import { serveTwoKeys } from "./bottom-bar/two-keys.client.ts";
import { preventDoubleClick } from "./button/button.client.ts";
import { offerChime } from "./chime/chime.client.ts";
import { offerCopy } from "./copy-button/copy-button.client.ts";
import { previewFiles } from "./file-upload/preview.client.ts";
import { watchIdle } from "./idle-dialog/idle.client.ts";
import { switchLook } from "./look-switch/look.client.ts";
import { offerPrint } from "./print-button/print.client.ts";
import { revealConditionals } from "./radios/radios.client.ts";
import { autosave } from "./save-status/autosave.client.ts";
import { watch } from "./watch/watch.client.ts";

// Our own scripts are so small that they come at once.
const ours: [string, (element: HTMLElement) => void][] = [
  ["form[data-autosave]", autosave],
  ["[data-module=govuk-radios]:has([data-aria-controls])", revealConditionals],
  ["button[data-prevent-double-click=true]", preventDoubleClick],
  ["[data-copy]", offerCopy],
  ["[data-chime]", offerChime],
  ["[data-back]", goBack],
  ["html.app-kiosk", serveTwoKeys],
  ["dialog[data-idle]", watchIdle],
  ["[data-look]", switchLook],
  ["[data-watch]", watch],
  ["[data-print]", offerPrint],
  ["input[data-preview]", (input) => previewFiles(input as HTMLInputElement)],
];

// govuk-frontend's are fetched, and only where they do something.
const theirs = [
  "a[data-module=govuk-button]",
  "[data-module=govuk-character-count]",
  "[data-module=govuk-checkboxes]:has([data-aria-controls], [data-behaviour])",
  "[data-module=govuk-error-summary]",
  "[data-module=govuk-notification-banner][role=alert]",
  "[data-module=govuk-password-input]",
].join();

/** Wakes the components within `scope`, each once, however often it is called. */
export function enhance(scope: ParentNode = document): void {
  for (const [selector, start] of ours)
    for (const element of scope.querySelectorAll<HTMLElement>(selector)) once(element, start);
  const elements = [...scope.querySelectorAll<HTMLElement>(theirs)];
  if (elements.length) void import("./govuk.client.ts").then(({ wake }) => elements.forEach(wake));
}

const woken = new WeakSet<HTMLElement>();

function once(element: HTMLElement, start: (element: HTMLElement) => void): void {
  if (woken.has(element)) return;
  woken.add(element);
  start(element);
}
