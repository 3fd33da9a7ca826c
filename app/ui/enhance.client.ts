type Component = new (element: HTMLElement) => unknown;

// govuk-frontend's own scripts, by the data-module that asks for them.
const modules: Record<string, () => Promise<Component>> = {
  "govuk-button": async () => (await import("govuk-frontend/dist/govuk/components/button/button.mjs")).Button,
  "govuk-character-count": async () =>
    (await import("govuk-frontend/dist/govuk/components/character-count/character-count.mjs")).CharacterCount,
  "govuk-checkboxes": async () =>
    (await import("govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs")).Checkboxes,
  "govuk-error-summary": async () =>
    (await import("govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs")).ErrorSummary,
  "govuk-notification-banner": async () =>
    (await import("govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs"))
      .NotificationBanner,
  "govuk-password-input": async () =>
    (await import("govuk-frontend/dist/govuk/components/password-input/password-input.mjs")).PasswordInput,
  "govuk-skip-link": async () =>
    (await import("govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs")).SkipLink,
};

// Modules that do nothing for most of the elements that carry their name are fetched only for those they help.
const worthwhile: Record<string, string> = {
  "govuk-button": "a,[data-prevent-double-click]",
  "govuk-checkboxes": ":has([data-aria-controls],[data-behaviour])",
};

// Our own scripts, by the attribute that asks for them.
const ours: [string, () => Promise<(element: HTMLElement) => void>][] = [
  ["form[data-autosave]", async () => (await import("./save-status/autosave.client.ts")).autosave],
  [
    "[data-module=govuk-radios]:has([data-aria-controls])",
    async () => (await import("./radios/radios.client.ts")).revealConditionals,
  ],
  ["[data-copy]", async () => (await import("./copy-button/copy-button.client.ts")).offerCopy],
];

/** Wakes the components within `scope`. A component that fails leaves the page as it is without scripts. */
export function enhance(scope: ParentNode = document): void {
  for (const element of scope.querySelectorAll<HTMLElement>("[data-module]")) {
    const name = element.dataset["module"] ?? "";
    if (worthwhile[name] && !element.matches(worthwhile[name])) continue;
    void wake(element, name);
  }
  for (const [selector, load] of ours)
    for (const element of scope.querySelectorAll<HTMLElement>(selector)) void load().then((start) => start(element));
}

async function wake(element: HTMLElement, name: string): Promise<void> {
  const Component = await modules[name]?.();
  if (Component && !element.hasAttribute(`data-${name}-init`)) new Component(element);
}
