// Serves the production build, says where, and ends in good order: requests in flight are finished first.
const build = await import("../../build/server/index.js");
let portal;
try {
  portal = await build.entry.module.startPortal(build);
} catch (error) {
  if (error.name !== "ConfigError" && error.code !== "EADDRINUSE") throw error;
  console.error(
    error.code === "EADDRINUSE"
      ? `The port is taken already: set PORT to another one. (${error.message})`
      : error.message,
  );
  process.exit(1);
}
for (const line of portal.welcome) console.log(line);

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await portal.stop();
    process.exit(0);
  });
