import type { CheckView } from "./check.server";
import type { ResultView } from "./find.server";
import { CheckPage } from "./pages/check-page";
import { ResultPage } from "./pages/result-page";
import { StepPage } from "./pages/step-page";
import { TasksPage } from "./pages/tasks-page";
import type { StepView } from "./show.server";
import type { TasksView } from "./start.server";

export { AnswerCards } from "./pages/answer-cards";
export { DonePage } from "./pages/done-page";
export { StartPage } from "./pages/start-page";

type FlowView = StepView | CheckView | TasksView | ResultView;

/** The page of whatever stands at a service's path: a step, its task list, the check or the result. */
export function FlowPage({ view }: { view: FlowView }) {
  if (view.kind === "check") return <CheckPage view={view} />;
  if (view.kind === "tasks") return <TasksPage view={view} />;
  if (view.kind === "result") return <ResultPage view={view} />;
  return <StepPage view={view} />;
}
export type { FlowView };
