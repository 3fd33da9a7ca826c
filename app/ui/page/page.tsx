import type { ReactNode } from "react";

interface PageProps {
  /** Stands before the main part, as a back link does. */
  before?: ReactNode;
  /** Uses the whole width, for pages that lay themselves out. */
  wide?: boolean;
  classes?: string | undefined;
  children?: ReactNode;
}

/** The main part of a page, where the skip link leads, at reading width unless it is wide. */
export function Page({ before, wide, classes, children }: PageProps) {
  return (
    <>
      {before}
      <main className={classes ? `govuk-main-wrapper ${classes}` : "govuk-main-wrapper"} id="content" tabIndex={-1}>
        {wide ? (
          children
        ) : (
          <div className="govuk-grid-row">
            <div className="govuk-grid-column-two-thirds">{children}</div>
          </div>
        )}
      </main>
    </>
  );
}
