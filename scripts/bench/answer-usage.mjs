import { monitorEventLoopDelay } from "node:perf_hooks";

/** In a server's process: says where it listens, and what it has used whenever the bench asks. */
export function answerUsage(port, stop) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  process.on("message", async (question) => {
    if (question === "stop") {
      await stop();
      process.exit(0);
    }
    const { user, system } = process.cpuUsage();
    const { maxRSS } = process.resourceUsage();
    process.send({ cpu: user + system, rss: maxRSS / 1024, stall: delay.max / 1e6 });
    delay.reset();
  });
  process.send({ port });
}
