/** In a server's process: says where it listens, and what it has used whenever the bench asks. */
export function answerUsage(port, stop) {
  process.on("message", async (question) => {
    if (question === "stop") {
      await stop();
      process.exit(0);
    }
    const { user, system } = process.cpuUsage();
    const { maxRSS } = process.resourceUsage();
    process.send({ cpu: user + system, rss: maxRSS / 1024 });
  });
  process.send({ port });
}
