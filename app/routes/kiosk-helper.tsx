import type { ActionFunctionArgs } from "@remix-run/node";
import { localNext } from "../features/accounts/accounts.server";
import { standOfHelpLine } from "../features/kiosks/kiosks";
import { answerHelp, cancelCall, endHelp, findHelpOfVisit } from "../features/kiosks/kiosks.server";
import { goTo, refuse } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";

export const loader = (): never => {
  throw refuse(404);
};

/**
 * The customer says whether somebody may help, or that it is enough, or that nobody need come. A yes is to the one whom
 * their page named: where somebody else asks by now, they are asked again.
 */
export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.kiosk?.visit;
  if (!visit) return goTo(context, "/kiosk");
  const form = await readForm(request);
  const answer = fieldOf(form, "answer");
  const back = localNext(fieldOf(form, "back")) ?? "/";
  const help = await findHelpOfVisit(context, visit.id);
  if (answer === "cancel") await cancelCall(context, visit);
  else if (answer === "yes" && fieldOf(form, "stand") !== standOfHelpLine(visit)) return goTo(context, back);
  else if (answer !== "stop") await answerHelp(context, visit, answer === "yes");
  else if (help) await endHelp(context, help, "customer");
  return goTo(context, back);
}
