// govuk-frontend ships no types. Only what the enhancement needs.
declare module "govuk-frontend/dist/govuk/components/*" {
  type Component = new (element: HTMLElement) => unknown;
  export const Button: Component;
  export const CharacterCount: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const NotificationBanner: Component;
  export const PasswordInput: Component;
}
