import type { ReactNode } from "react";

/** The quiet line that says a draft is kept, such as "Saved 14:03". The autosave script rewrites it. */
export function SaveStatus({ children }: { children?: ReactNode }) {
  return (
    <p className="app-quiet app-save-status" role="status" data-save-status="">
      {children}
    </p>
  );
}
