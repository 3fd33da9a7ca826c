// Serves straight from the sources through Vite. The HTTP server and its house stay; pages are loaded anew when they change.
import { createServer } from "vite";

const vite = await createServer({ server: { middlewareMode: true } });
const load = () => vite.ssrLoadModule("virtual:remix/server-build");
const { startPortal } = await vite.ssrLoadModule("/app/server.ts");
const portal = await startPortal(load, process.env, vite.middlewares);
for (const line of portal.welcome) console.log(line);
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, async () => {
    await portal.stop();
    await vite.close();
    process.exit(0);
  });
