import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { SMTPServer } from "smtp-server";
import { nodePath } from "../../../scripts/support/prepare.mjs";
import { otherCouncil } from "../council";

/** The production build as a process of its own, that can be killed. */
export interface Child {
  url: string;
  process: ChildProcess;
  /** As when the power goes. */
  kill(): Promise<void>;
  /** As a person ends it. @returns its exit code */
  stop(): Promise<number | null>;
}

/** The same at every start: a database belongs to its keys. */
const secrets = { SESSION_SECRET: randomBytes(32).toString("hex"), AUDIT_KEY: randomBytes(32).toString("hex") };

/** @throws where the portal is not built, or does not start within half a minute */
export async function startChild(env: Record<string, string>): Promise<Child> {
  if (!existsSync("build/server/index.js"))
    throw new Error("The portal is not built, and these tests kill the built server: run `npm run build` first.");
  const port = await findFreePort();
  const child = spawn(nodePath(), [resolve("scripts/support/serve.mjs")], {
    env: {
      PATH: process.env["PATH"] ?? "",
      NODE_ENV: "production",
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      ...secrets,
      ...otherCouncil,
      LOG_LEVEL: "error",
      RATE_LIMITS: "false",
      SHED_AFTER_MS: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  const url = await new Promise<string>((found, failed) => {
    let said = "";
    const timer = setTimeout(() => failed(new Error(`The server did not start: ${said}`)), 30_000);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (!address) return;
      clearTimeout(timer);
      found(address);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then(() => failed(new Error(`The server ended at once: ${said}`)));
  });
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    url,
    process: child,
    kill: () => end("SIGKILL"),
    stop: async () => {
      await end("SIGTERM");
      return child.exitCode;
    },
  };
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}

/** A mail server that keeps the id of each message it has taken, in order. */
export async function startMailServer(options: { port?: number; delayMs?: number } = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, _session, done) => {
      let text = "";
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on("end", () => {
        // It counts as taken before the sender can know: what dies in between is sent again, with the same id.
        taken.push(/^message-id:\s*(\S+)/im.exec(text)?.[1] ?? "");
        setTimeout(done, options.delayMs ?? 0);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((listening) => server.listen(options.port ?? 0, "127.0.0.1", listening));
  const { port } = server.server.address() as { port: number };
  return { port, taken, stop: () => new Promise<void>((stopped) => server.close(() => stopped())) };
}
