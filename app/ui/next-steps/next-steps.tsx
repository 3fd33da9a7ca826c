import type { ReactNode } from "react";

export interface NextStep {
  title: ReactNode;
  /** By when, in words. */
  date?: ReactNode;
  children?: ReactNode;
}

/** What happens next, by which date: the three steps of a confirmation page. */
export function NextSteps({ steps }: { steps: NextStep[] }) {
  return (
    <ol className="app-next-steps">
      {steps.map(({ title, date, children }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their order
        <li key={index} className="app-next-steps__item">
          {date && <p className="app-next-steps__date">{date}</p>}
          <p className="app-next-steps__title">{title}</p>
          {children}
        </li>
      ))}
    </ol>
  );
}
