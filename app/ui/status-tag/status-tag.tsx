import type { ReactNode } from "react";
import { Tag } from "../tag/tag.tsx";

export type Tone = "neutral" | "new" | "progress" | "waiting" | "good" | "bad";

const CLASSES: Record<Tone, string> = {
  neutral: "govuk-tag--grey",
  new: "govuk-tag--teal",
  progress: "govuk-tag--yellow",
  waiting: "govuk-tag--orange",
  good: "govuk-tag--green",
  bad: "govuk-tag--red",
};

/** A status in a word or two. The tone colours it; the word alone says it. */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <Tag classes={CLASSES[tone]}>{children}</Tag>;
}
