import type { ActionFunctionArgs } from "@remix-run/node";
import { reuseCase } from "../flow/flow.server";
import { type Redirect, refuse } from "../platform/context.server";

export const loader = (): never => {
  throw refuse(404);
};

/** Begins the service of a case anew, with its answers. */
export const action = ({ context, params }: ActionFunctionArgs): Promise<Redirect> =>
  reuseCase(context, params["reference"]!);
