import type { Context, KioskVisit } from "../../platform/context.server";
import { type IdleSeconds, waitingIdle } from "./idle";

/** Who wants to help at this kiosk, or does; or that somebody was called. */
export interface HelpLine {
  state: "waiting" | "coming" | "asked" | "open";
  /** What the page compares with how things stand now, and what an answer is to. */
  stand: string;
  /** Empty where nobody is on the way yet. */
  name: string;
  /** The limits of a page whose reader waits for help, in place of the ordinary ones. */
  idle: IdleSeconds | undefined;
}

export function helpLineOf({ kiosk, blanks, config }: Context): HelpLine | undefined {
  const visit = kiosk?.visit;
  if (!visit?.help && !visit?.call) return undefined;
  const { help, call } = visit;
  const state = help?.state ?? (call?.comingName ? "coming" : "waiting");
  return {
    state,
    stand: blanks.mark(standOfHelpLine(visit)),
    name: blanks.mark(help?.helperName ?? call?.comingName ?? ""),
    idle: help ? undefined : waitingIdle(config.kioskIdle),
  };
}

/** What tells one state of the help in a visit from another; empty where there is none. */
export const standOfHelpLine = ({ help, call }: KioskVisit): string =>
  help ? `${help.state} ${help.id}` : call ? `called ${call.comingName ?? ""}` : "";
