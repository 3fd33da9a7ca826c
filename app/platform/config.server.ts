import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Council, councilOf, councilSettings, missingOfCouncil } from "./council";
import { missingOfS3, s3Of, s3Settings } from "./files/s3-settings";
import type { S3Settings } from "./files/s3-store.server";
import { claimFile } from "./own-files.server";
import { mailServer, sender, siteAddress } from "./setting-types";
import { findWeakness } from "./weak-secrets";

const flag = z.stringbool();
const megabytes = (usual: number) => z.coerce.number().int().min(1).max(100_000_000).default(usual);
const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "a PostgreSQL address, such as postgres://portal@127.0.0.1/myaccount")
    .optional(),
  ...s3Settings,
  PUBLIC_URL: siteAddress.optional(),
  SESSION_SECRET: z.string().min(32, "at least 32 characters").optional(),
  AUDIT_KEY: z.string().min(32, "at least 32 characters").optional(),
  DEMO: flag.optional(),
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: sender.optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  WORKER: flag.default(true),
  TRUST_PROXY: flag.default(false),
  RATE_LIMITS: flag.default(true),
  SHED_AFTER_MS: z.coerce.number().int().min(0).max(10_000).default(200),
  UPLOADS_DRAFT_MB: megabytes(40),
  UPLOADS_SESSION_MB: megabytes(100),
  UPLOADS_NETWORK_MB: megabytes(1000),
  UPLOADS_TOTAL_MB: megabytes(50_000),
  KIOSK_WARN_SECONDS: z.coerce.number().int().min(30).max(3600).default(90),
  KIOSK_END_SECONDS: z.coerce.number().int().max(3600).default(120),
  KIOSK_WAIT_SECONDS: z.coerce.number().int().min(60).max(3600).optional(),
  ...councilSettings,
});

/** Names that nothing but the portal reads: one that it does not know has a slip in it. */
const ours = /^(COUNCIL|KIOSK|UPLOADS)_/;

/** The settings of one running portal, checked once at its start. */
export interface Config {
  mode: "development" | "test" | "production";
  /** Whether residents use it: everything must be as it has to be, and nothing is made up. */
  production: boolean;
  host: string;
  port: number;
  dataDir: string;
  databaseUrl?: string;
  /** The bucket for residents' files, in place of a folder in `dataDir`. */
  s3?: S3Settings | undefined;
  publicUrl: string;
  secret: string;
  /** What the audit log is signed with: its own, so that a new secret does not break the log. */
  auditKey: string;
  demo: boolean;
  smtpUrl?: string;
  mailFrom: string;
  logLevel: string;
  worker: boolean;
  trustProxy: boolean;
  rateLimits: boolean;
  /** Mean delay of the event loop in ms past which new guests are asked to come back; 0 is never. */
  shedAfterMs: number;
  /** Megabytes of files: kept in one draft and in all, and brought in a day by one person and by one network. */
  uploads: { draft: number; session: number; network: number; total: number };
  /** Seconds without a touch after which a kiosk's page warns, and ends the visit: later where somebody waits for help. */
  kioskIdle: { warn: number; end: number; wait: number };
  council: Council;
}

/**
 * Reads the settings from the environment.
 * @throws ConfigError with a sentence for each setting that is wrong or missing.
 */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(present);
  const unknown = Object.keys(present).filter((name) => ours.test(name) && !(name in schema.shape));
  const wrong = parsed.success ? [] : parsed.error.issues.map(sentence);
  wrong.push(...unknown.map((name) => `${name} is not the name of a setting: look for a slip in it.`));
  if (!parsed.success || wrong.length > 0) throw new ConfigError(wrong);
  const settings = parsed.data;
  const { KIOSK_WARN_SECONDS: warn, KIOSK_END_SECONDS: end } = settings;
  const kioskIdle = { warn, end, wait: settings.KIOSK_WAIT_SECONDS ?? Math.max(600, end) };
  if (kioskIdle.end < kioskIdle.warn + 20)
    throw new ConfigError([
      "KIOSK_END_SECONDS is not right: at least 20 more than KIOSK_WARN_SECONDS, so that people can answer.",
    ]);
  if (kioskIdle.wait < kioskIdle.end)
    throw new ConfigError(["KIOSK_WAIT_SECONDS is not right: at least as many as KIOSK_END_SECONDS."]);
  const demo = settings.DEMO ?? false;
  const production = settings.NODE_ENV === "production" && !demo;
  const missing: string[] = missingOfS3(settings);
  if (production) missing.push(...missingSecret("SESSION_SECRET", settings.SESSION_SECRET));
  if (production) missing.push(...missingSecret("AUDIT_KEY", settings.AUDIT_KEY));
  if (production && settings.AUDIT_KEY && settings.AUDIT_KEY === settings.SESSION_SECRET)
    missing.push("AUDIT_KEY is the same as SESSION_SECRET: set it to other random characters.");
  if (production && !settings.PUBLIC_URL)
    missing.push("PUBLIC_URL is missing: set it to the address that residents use.");
  if (production && !settings.SMTP_URL) missing.push("SMTP_URL is missing: set it to the council's mail server.");
  if (production && !settings.MAIL_FROM) missing.push("MAIL_FROM is missing: set it to whom messages come from.");
  if (production) missing.push(...missingOfCouncil(settings));
  if (missing.length > 0) throw new ConfigError(missing);
  return {
    mode: settings.NODE_ENV,
    production,
    host: settings.HOST,
    port: settings.PORT,
    dataDir: resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL,
    s3: s3Of(settings),
    publicUrl: (settings.PUBLIC_URL ?? `http://${settings.HOST}:${settings.PORT}`).replace(/\/$/, ""),
    secret: settings.SESSION_SECRET ?? keptSecret(resolve(settings.DATA_DIR), "secret"),
    auditKey: settings.AUDIT_KEY ?? keptSecret(resolve(settings.DATA_DIR), "audit-key"),
    demo,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? "MyAccount <myaccount@brackenford.example>",
    logLevel: settings.LOG_LEVEL,
    worker: settings.WORKER,
    trustProxy: settings.TRUST_PROXY,
    rateLimits: settings.RATE_LIMITS,
    shedAfterMs: settings.SHED_AFTER_MS,
    uploads: {
      draft: settings.UPLOADS_DRAFT_MB,
      session: settings.UPLOADS_SESSION_MB,
      network: settings.UPLOADS_NETWORK_MB,
      total: settings.UPLOADS_TOTAL_MB,
    },
    kioskIdle,
    council: councilOf(settings),
  };
}

/** Settings that keep the portal from starting. Its message is for the person who starts it. */
export class ConfigError extends Error {
  constructor(public readonly sentences: string[]) {
    super(
      `The portal cannot start:\n${sentences.map((sentence) => `  - ${sentence}`).join("\n")}\nAll settings are explained in .env.example.`,
    );
    this.name = "ConfigError";
  }
}

/** What is wrong with a secret that a portal in production stands on. */
function missingSecret(name: string, value: string | undefined): string[] {
  const remedy = "set it to 32 or more random characters, such as from: openssl rand -hex 32";
  if (!value) return [`${name} is missing: ${remedy}.`];
  const weakness = findWeakness(value);
  return weakness ? [`${name} can be guessed, for ${weakness}: ${remedy}.`] : [];
}

function sentence(issue: { path: PropertyKey[]; message: string }): string {
  return `${String(issue.path[0])} is not right: ${issue.message}.`;
}

/** Outside production a secret is made once and kept beside the data, so that a restart signs nobody out. */
function keptSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  claimFile(file);
  const kept = readFileSync(file, "utf8");
  if (kept) return kept;
  const secret = randomBytes(32).toString("hex");
  writeFileSync(file, secret);
  return secret;
}
