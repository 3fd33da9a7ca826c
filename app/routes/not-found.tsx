import type { LoaderFunctionArgs } from "@remix-run/node";
import { refuse } from "../platform/context.server";

/** Every path that nothing else answers, and every request that the HTTP server could not hand to a route. */
export const loader = ({ context }: LoaderFunctionArgs) => {
  throw refuse(context.refused ?? 404);
};

export const action = () => {
  throw refuse(404);
};

export default function NotFound() {
  return null;
}
