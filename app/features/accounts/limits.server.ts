import { type Context, refuse } from "../../platform/context.server";

/** Counts a try from this network address. @throws the 429 page where there were too many. */
export async function limitAddress(context: Context): Promise<void> {
  if (!(await context.limits.address.take(context.address))) throw refuse(429);
}
