import type { ReactNode } from "react";
import { Icon } from "../icon/icon.tsx";
import type { IconName } from "../icon/icons.ts";
import { useWord } from "../locale/words.ts";

export type TimelineState = "done" | "now" | "next";

export interface TimelineItem {
  state: TimelineState;
  title: ReactNode;
  /** When it happened, or when it is promised. */
  date?: ReactNode;
  children?: ReactNode;
}

const ICONS: Record<TimelineState, IconName> = { done: "check", now: "clock", next: "dot" };

/** What has happened to a case, what is happening, and what comes next: in order, with a word and a drawing each. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  const word = useWord();
  return (
    <ol className="app-timeline">
      {items.map(({ state, title, date, children }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: events keep their order
          key={index}
          className={`app-timeline__item app-timeline__item--${state}`}
          aria-current={state === "now" ? "step" : undefined}
        >
          <span className="app-timeline__mark">
            <Icon name={ICONS[state]} />
          </span>
          <div className="app-timeline__body">
            <p className="app-timeline__title">
              <span className="app-timeline__state">{word(state)}</span> <strong>{title}</strong>
            </p>
            {date && <p className="app-timeline__date">{date}</p>}
            {children}
          </div>
        </li>
      ))}
    </ol>
  );
}
