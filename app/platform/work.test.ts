import { afterAll, expect, it, vi } from "vitest";
import { createWork, type Job } from "./work.server";

const spin: Job<{ seconds: number; fails?: boolean }, string> = {
  file: "app/testing/faults/spin.worker.ts",
  lane: "heavy",
};
const works = [createWork({ seconds: 30, queue: 1 }), createWork({ seconds: 1, queue: 1 })] as const;
const [patient, strict] = works;
afterAll(() => Promise.all(works.map((work) => work.close())));

it("is done away from everybody else, and says so where it failed", async () => {
  expect(await patient.run(spin, { seconds: 0 })).toEqual({ ok: true, value: "done" });
  expect(await patient.run(spin, { seconds: 0, fails: true })).toEqual({ ok: false, error: "failed" });
});

it("is refused at once where too much waits, and what waits is done", async () => {
  const [done, busy] = [
    { ok: true, value: "done" },
    { ok: false, error: "busy" },
  ];
  const answers = await Promise.all([0, 1, 2, 3].map(() => patient.run(spin, { seconds: 0.1 })));
  expect(answers).toEqual([done, done, busy, busy]);
  expect(await patient.run(spin, { seconds: 0 })).toEqual(done);
});

it("is ended when its time is over, and what comes after it is done", async () => {
  expect(await strict.run(spin, { seconds: 3600 })).toEqual({ ok: false, error: "too-slow" });
  // A thread may take longer than that to begin where the machine is busy.
  await vi.waitFor(async () => expect(await strict.run(spin, { seconds: 0 })).toMatchObject({ value: "done" }), 20_000);
});
