import { availableParallelism } from "node:os";
import { basename, resolve } from "node:path";
import type { Piscina } from "piscina";
import { workRefused } from "./metrics.server";
import { err, ok, type Result } from "./result";

/** Work whose cost somebody else sets: a `*.worker.ts` that stands beside its owner and imports by full file names. */
export interface Job<In, Out> {
  file: `app/${string}.worker.ts`;
  /** A heavy job takes hundreds of megabytes: one is done at a time. A quick one, such as a password's, waits for no picture. */
  lane: "quick" | "light" | "heavy";
  does?: (input: In) => Out | Promise<Out>;
}

/** `busy`: too many wait already. `too-slow`: its time is over, in the queue or at work. `failed`: it threw. */
export type WorkFault = "busy" | "too-slow" | "failed";

export interface Work {
  /** Does a job in a thread of its own, so that nobody else waits for it. */
  run<In, Out>(job: Job<In, Out>, input: In): Promise<Result<Out, WorkFault>>;
  /** Lets what is under way end. */
  close(): Promise<void>;
}

export interface WorkLimits {
  seconds: number;
  /** Jobs that may wait in each lane. */
  queue: number;
}

/** Threads begin with the first job, and end when there is nothing to do. */
export function createWork(limits: WorkLimits = { seconds: 30, queue: 12 }): Work {
  const lanes = {
    quick: openLane(1, limits.queue),
    light: openLane(Math.max(1, availableParallelism() - 1), limits.queue),
    heavy: openLane(1, limits.queue),
  };
  return {
    run: async (job, input) => {
      const lane = lanes[job.lane];
      if (!lane.enter()) return refuse("busy");
      const signal = AbortSignal.timeout(limits.seconds * 1000);
      try {
        return ok(await (await lane.pool()).run(input, { filename: locate(job.file), signal }));
      } catch {
        return signal.aborted ? refuse("too-slow") : err("failed");
      } finally {
        lane.leave();
      }
    },
    close: async () => {
      await Promise.all(Object.values(lanes).map((lane) => lane.close()));
    },
  };
}

function refuse(fault: "busy" | "too-slow") {
  workRefused.inc({ fault });
  return err(fault);
}

/** Piscina counts no job that can be ended into its own limit of the queue: those within are counted here. */
function openLane(maxThreads: number, queue: number) {
  let within = 0;
  let pool: Promise<Piscina> | undefined;
  const open = async () => {
    const { Piscina } = await import("piscina");
    return new Piscina({
      minThreads: 0,
      maxThreads,
      idleTimeout: 5000,
      recordTiming: false,
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 },
    });
  };
  return {
    enter: () => {
      if (within >= maxThreads + queue) return false;
      within++;
      return true;
    },
    leave: () => {
      within--;
    },
    pool: () => {
      pool ??= open();
      return pool;
    },
    close: async () => (await pool)?.close(),
  };
}

/** The build puts workers beside the server; else Node reads them as they are. */
const locate = (file: string) =>
  import.meta.env?.PROD ? resolve("build/server/workers", basename(file).replace(/\.ts$/, ".js")) : resolve(file);
