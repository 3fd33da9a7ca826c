import { toDataURL } from "qrcode";
import { isSame, type Subject } from "../../platform/actor";
import type { Context } from "../../platform/context.server";
import { linkToken } from "../notifications/notifications.server";
import type { HandoverPageView } from "./handover-page";
import { type HandoverView, slipCode } from "./handovers.server";
import type { TakenView } from "./taken-page";

/** How far a hand-over is, as the kiosk sees it. */
export function standAtKiosk({ way, state, taker, kioskSaidYes }: HandoverView): HandoverPageView["kind"] {
  if (way !== "phone") return way;
  if (state === "taken") return "phone";
  if (state !== "open") return "stopped";
  if (!taker) return "scan";
  return kioskSaidYes ? "wait" : "number";
}

const titles: Record<HandoverPageView["kind"], string> = {
  scan: "phone.title",
  number: "phone.number-title",
  wait: "phone.wait-title",
  phone: "done.title",
  email: "done.title",
  paper: "done.paper-title",
  stopped: "stopped.title",
};

/** The kiosk's page of a hand-over. */
export async function makeHandoverPage(context: Context, handover: HandoverView): Promise<HandoverPageView> {
  const { text, config, blanks } = context;
  const { id, way, serviceId, expiresAt, number } = handover;
  const kind = standAtKiosk(handover);
  const address = `${config.publicUrl}${text.link(`/take/${linkToken(context, id)}`)}`;
  return {
    title: text.t(`kiosk:take.${titles[kind]}`),
    kind,
    watch: ["scan", "number", "wait"].includes(kind) ? blanks.mark(text.link(`/kiosk/take/${id}/state`)) : undefined,
    again: blanks.mark(text.link(`/kiosk/take/${id}`)),
    square: kind === "scan" ? blanks.mark(await toDataURL(address, { width: 640, margin: 2 })) : undefined,
    until: blanks.mark(way === "phone" ? text.time(expiresAt) : text.day(expiresAt)),
    number: blanks.mark(number ?? ""),
    service: text.t(`services/${serviceId}:title`),
    slip: {
      address: `${config.publicUrl}${text.link("/take")}`.replace(/^https?:\/\//, ""),
      code: blanks.mark(kind === "paper" ? slipCode(context, id) : ""),
    },
  };
}

/** How far a hand-over is, as the device sees it that takes it. `taken`: it has it. */
export function standAtTaker(
  handover: HandoverView | undefined,
  reader: Subject | undefined,
): TakenView["kind"] | "taken" {
  if (!handover) return "gone";
  const isMine = handover.taker !== undefined && reader !== undefined && isSame(handover.taker, reader);
  if (handover.state === "taken" && isMine) return "taken";
  if (handover.state !== "open" || (handover.taker && !isMine)) return "gone";
  if (!handover.taker) return "offer";
  return handover.phoneSaidYes ? "wait" : "number";
}

const takerTitles: Record<TakenView["kind"], string> = {
  code: "title",
  offer: "title",
  number: "number-title",
  wait: "wait-title",
  gone: "gone-title",
};

/** The page of the device that takes a draft. */
export function makeTakenPage(
  { text, blanks }: Context,
  kind: TakenView["kind"],
  { handover, token = "" }: { handover?: HandoverView | undefined; token?: string },
): TakenView {
  return {
    title: text.t(`kiosk:take.open.${takerTitles[kind]}`),
    kind,
    watch: kind === "wait" ? blanks.mark(text.link(`/take/${token}/state`)) : undefined,
    number: blanks.mark(handover?.number ?? ""),
    again: blanks.mark(text.link(`/take/${token}`)),
    service: handover ? text.t(`services/${handover.serviceId}:title`) : "",
    typed: "",
    error: undefined,
  };
}
