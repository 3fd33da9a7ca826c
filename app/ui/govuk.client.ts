// govuk-frontend's own scripts, by the data-module that asks for them. One file, so that a page needs one more request
// at most. Radios and the skip link are not here: see radios.client.ts; browsers move the focus to a fragment by themselves.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { NotificationBanner } from "govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs";
import { PasswordInput } from "govuk-frontend/dist/govuk/components/password-input/password-input.mjs";

const components: Record<string, new (element: HTMLElement) => unknown> = {
  "govuk-button": Button,
  "govuk-character-count": CharacterCount,
  "govuk-checkboxes": Checkboxes,
  "govuk-error-summary": ErrorSummary,
  "govuk-notification-banner": NotificationBanner,
  "govuk-password-input": PasswordInput,
};

/** Starts the element's component, once. One that fails leaves the page as it is without scripts. */
export function wake(element: HTMLElement): void {
  const name = element.dataset["module"] ?? "";
  const Component = components[name];
  if (Component && !element.hasAttribute(`data-${name}-init`)) new Component(element);
}
