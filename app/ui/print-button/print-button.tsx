import type { ReactNode } from "react";

/** Prints the page. Without JavaScript it does not show: the browser has a command of its own. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className="govuk-button" data-print="" hidden>
      {children}
    </button>
  );
}
