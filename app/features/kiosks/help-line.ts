import type { Context } from "../../platform/context.server";

/** Who wants to help at this kiosk, or does. */
export interface HelpLine {
  state: "asked" | "open";
  /** What the page compares with how things stand now. */
  stand: string;
  name: string;
}

export function helpLineOf({ kiosk, blanks }: Context): HelpLine | undefined {
  const help = kiosk?.visit?.help;
  if (!help) return undefined;
  const { state, id, helperName } = help;
  return { state, stand: blanks.mark(`${state} ${id}`), name: blanks.mark(helperName) };
}
