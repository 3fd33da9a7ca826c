import type { IncomingMessage } from "node:http";
import { describe, expect, it, vi } from "vitest";
import { openTestPortal } from "../../testing/portal.server";
import { copySqlite } from "../db/testing.server";
import { type Pressure, watchPressure } from "./pressure.server";

const asking = (method = "GET", cookie?: string) => ({ method, headers: { cookie } }) as IncomingMessage;

/** Lets a second and a half pass, each look of the watch so many ms late. */
async function runLate(lateMs: number, afterMs = 200, looks = 30): Promise<Pressure> {
  vi.useFakeTimers();
  let now = 0;
  const pressure = watchPressure(afterMs, () => now);
  for (let look = 0; look < looks; look++) {
    now += 50 + lateMs;
    await vi.advanceTimersByTimeAsync(50);
  }
  pressure.stop();
  vi.useRealTimers();
  return pressure;
}

describe("a process that is late with its work", () => {
  it("turns away who only looks and has not begun, and nobody else", async () => {
    const pressure = await runLate(300);
    expect(pressure.turnsAway(asking())).toBe(true);
    expect(pressure.turnsAway(asking("HEAD", "theme=dark; xsession=1"))).toBe(true);
    for (const cookie of ["session=a", "x=1; session=a", "__Host-session=a", "a=b;__Host-kiosk=c"])
      expect(pressure.turnsAway(asking("GET", cookie)), cookie).toBe(false);
    expect(pressure.turnsAway(asking("POST"))).toBe(false);
  });

  it("turns nobody away for a little delay, for one long stall, or where that is switched off", async () => {
    expect((await runLate(100)).turnsAway(asking())).toBe(false);
    expect((await runLate(900, 200, 1)).turnsAway(asking())).toBe(false);
    expect((await runLate(5_000, 0)).turnsAway(asking())).toBe(false);
  });

  it("answers them in their language with when to come back, while it still says that it lives", async () => {
    const always: Pressure = { turnsAway: ({ headers }) => !headers.cookie, stop: () => {} };
    const { url } = await openTestPortal(await copySqlite(), { pressure: always });
    const answer = await fetch(`${url}/ar/services/report-pothole`);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "15"]);
    expect(await answer.text()).toMatch(/<html[^>]* dir="rtl"/);
    expect((await fetch(`${url}/services/report-pothole`, { headers: { cookie: "a=b" } })).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
});
