import { type Context, goTo, type Redirect } from "../platform/context.server";
import type { OfferedService } from "../services/catalogue.server";
import type { Draft } from "./draft";
import { followWay, type Reached, sectionsOf, stepAfter } from "./engine";
import { servicePath } from "./paths";
import { lastPage, nextPath } from "./visit.server";

/** The step was opened from the check page, to change one answer. */
export const isChange = (context: Context) => context.url.searchParams.has("change");

/** After a right answer: back to the check page where it was changed from there, else to what comes next. */
export function goOn(context: Context, service: OfferedService, draft: Draft, reached: Reached): Redirect {
  const way = followWay(service, draft.answers);
  const { id } = reached.step;
  if (isChange(context)) {
    const open = way.next ?? way.stop;
    return goTo(
      context,
      open ? servicePath(service, open.step.id) + (way.stop ? "" : "?change") : servicePath(service, lastPage(service)),
    );
  }
  const section = sectionsOf(service, way).find((one) => one.steps.some((step) => step.step.id === id));
  if (section) {
    const following = section.steps[section.steps.findIndex((step) => step.step.id === id) + 1];
    return goTo(context, servicePath(service, following?.step.id ?? "tasks"));
  }
  const following = stepAfter(way, id);
  if (service.sections.length > 0 || !following)
    return goTo(context, following ? nextPath(service, way) : servicePath(service, lastPage(service)));
  return goTo(context, servicePath(service, following.step.id));
}
