/**
 * Shows what belongs to the chosen radio and hides the rest. In place of govuk-frontend's script, which puts
 * `aria-expanded` on radios, where ARIA does not allow it.
 */
export function revealConditionals(group: HTMLElement): void {
  const inputs = [...group.querySelectorAll<HTMLInputElement>("input[data-aria-controls]")];
  const update = () => {
    for (const input of inputs)
      document
        .getElementById(input.dataset["ariaControls"] ?? "")
        ?.classList.toggle("govuk-radios__conditional--hidden", !input.checked);
  };
  group.addEventListener("change", update);
  // The browser may put back an earlier choice after this has run.
  window.addEventListener("pageshow", update);
  update();
}
