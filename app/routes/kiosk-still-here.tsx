import type { ActionFunctionArgs } from "@remix-run/node";
import { goTo, refuse } from "../platform/context.server";

export const loader = (): never => {
  throw refuse(404);
};

/** Every request from a kiosk says that somebody is there; this one says nothing else. */
export const action = ({ context }: ActionFunctionArgs): Response =>
  context.kiosk ? new Response(null, { status: 204 }) : goTo(context, "/");
