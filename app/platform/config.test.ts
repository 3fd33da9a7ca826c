import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { otherCouncil } from "../testing/council";
import { ConfigError, loadConfig } from "./config.server";

const dataDir = () => mkdtempSync(join(tmpdir(), "myaccount-config-"));
const sentences = (env: Record<string, string | undefined>): string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
  return [];
};

describe("settings", () => {
  it("start with nothing set, and keep their secret for the next start", () => {
    const DATA_DIR = dataDir();
    const first = loadConfig({ DATA_DIR });
    expect(first).toMatchObject({ host: "127.0.0.1", port: 3000, demo: false, publicUrl: "http://127.0.0.1:3000" });
    expect(first.secret.length).toBeGreaterThanOrEqual(32);
    expect(loadConfig({ DATA_DIR }).secret).toBe(first.secret);
    expect(loadConfig({ DATA_DIR: dataDir() }).secret).not.toBe(first.secret);
  });

  it("let nobody who waits for help at a kiosk be sent away sooner than others", () => {
    const wait = (env: Record<string, string>) => loadConfig({ DATA_DIR: dataDir(), ...env }).kioskIdle.wait;
    expect(wait({})).toBe(600);
    expect(wait({ KIOSK_END_SECONDS: "900" })).toBe(900);
    expect(wait({ KIOSK_WAIT_SECONDS: "1200" })).toBe(1200);
  });

  it.each([
    [{ PORT: "eighty" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL"],
    [{ PUBLIC_URL: "myaccount" }, "PUBLIC_URL"],
    [{ SESSION_SECRET: "short" }, "SESSION_SECRET"],
    [{ SMTP_URL: "mail" }, "SMTP_URL"],
    [{ SMTP_URL: "smtp://" }, "SMTP_URL"],
    [{ SMTP_URL: "smtp://:587" }, "SMTP_URL"],
    [{ SMTP_URL: "smtp://portal:a/b@mail.example" }, "SMTP_URL"],
    [{ MAIL_FROM: "MyAccount" }, "MAIL_FROM"],
    [{ MAIL_FROM: "MyAccount <myaccount>" }, "MAIL_FROM"],
    [{ MAIL_FROM: "one@otherham.example, two@otherham.example" }, "MAIL_FROM"],
    [{ PUBLIC_URL: "https://otherham.example/myaccount" }, "PUBLIC_URL"],
    [{ PUBLIC_URL: "https://otherham.example/?" }, "PUBLIC_URL"],
    [{ DEMO: "perhaps" }, "DEMO"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ KIOSK_END_SECONDS: "100" }, "KIOSK_END_SECONDS"],
    [{ KIOSK_WAIT_SECONDS: "119" }, "KIOSK_WAIT_SECONDS"],
    [{ COUNCIL_HOURS: "weekdays 17:00-09:00" }, "COUNCIL_HOURS"],
    [{ COUNCIL_COLLECTION_HOURS: "18:00-06:00" }, "COUNCIL_COLLECTION_HOURS"],
    [{ COUNCIL_COUNTY: "Ottershire County Council" }, "COUNCIL_COUNTY"],
    [{ COUNCIL_COUNTY: "Ottershire; http://county.example" }, "COUNCIL_COUNTY"],
    [{ COUNCIL_SEWERAGE: "; 0800 000 0000" }, "COUNCIL_SEWERAGE"],
    [{ COUNCIL_RED_ROUTES: "Roads; 01632 960000; 01632 960001" }, "COUNCIL_RED_ROUTES"],
  ])("name what is wrong in %j", (env, name) => {
    const said = sentences({ DATA_DIR: dataDir(), ...env });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`${name} is not right`);
  });

  it.each([
    { SMTP_URL: "smtps://portal:a%2Fb%40c@mail.otherham.example:465" },
    { SMTP_URL: "smtp://10.0.0.7" },
    { MAIL_FROM: "myaccount@otherham.example" },
    { MAIL_FROM: '"Otherham, MyAccount" <myaccount@otherham.example>' },
    { PUBLIC_URL: "https://my.otherham.example:8443/" },
    { S3_BUCKET: "files", S3_ENDPOINT: "https://s3.otherham.example" },
    { S3_BUCKET: "files", S3_ACCESS_KEY_ID: "a", S3_SECRET_ACCESS_KEY: "b" },
  ])("take %j", (env) => expect(sentences({ DATA_DIR: dataDir(), ...env })).toEqual([]));

  it.each([
    [{ S3_BUCKET: "files", S3_ACCESS_KEY_ID: "a" }, "S3_SECRET_ACCESS_KEY"],
    [{ S3_BUCKET: "files", S3_SECRET_ACCESS_KEY: "b" }, "S3_ACCESS_KEY_ID"],
    [{ S3_ENDPOINT: "https://s3.otherham.example" }, "S3_BUCKET"],
    [{ S3_ACCESS_KEY_ID: "a", S3_SECRET_ACCESS_KEY: "b" }, "S3_BUCKET"],
  ])("say of %j what goes with it", (env, missing) => {
    expect(sentences({ DATA_DIR: dataDir(), ...env })).toEqual([
      expect.stringContaining(`${missing} is missing: set it too`),
    ]);
  });

  it("stop a production start without a secret, an address, a mail server or what the council is, each with a sentence", () => {
    const said = sentences({ NODE_ENV: "production" });
    expect(said.map((sentence) => sentence.split(" ")[0])).toEqual([
      "SESSION_SECRET",
      "AUDIT_KEY",
      "PUBLIC_URL",
      "SMTP_URL",
      "MAIL_FROM",
      "COUNCIL_NAME",
      "COUNCIL_PHONE",
      "COUNCIL_HOURS",
      "COUNCIL_ADDRESS",
      "COUNCIL_COLLECTION_HOURS",
    ]);
    expect(said.every((sentence) => sentence.includes("set it to"))).toBe(true);
  });

  const production = {
    ...otherCouncil,
    NODE_ENV: "production",
    PUBLIC_URL: "https://my.council.example",
    SMTP_URL: "smtp://127.0.0.1",
    SESSION_SECRET: randomBytes(32).toString("hex"),
    AUDIT_KEY: randomBytes(32).toString("hex"),
  };

  it.each([
    "a".repeat(64),
    "abc123".repeat(8),
    "12345678901234567890123456789012",
    "abcdefghijklmnopqrstuvwxyz012345",
    "change-me-to-a-long-random-text!",
    "password-of-the-council-2026-xyz",
    "Kc81aQzT".repeat(5),
  ])("refuse the secret %j in production, and say what to do", (SESSION_SECRET) => {
    const said = sentences({ ...production, SESSION_SECRET });
    expect(said).toEqual([expect.stringMatching(/^SESSION_SECRET can be guessed, .*openssl rand -hex 32/)]);
    expect(sentences({ ...production, DEMO: "true", SESSION_SECRET })).toEqual([]);
  });

  it("refuse one secret for two things", () => {
    const said = sentences({ ...production, AUDIT_KEY: production.SESSION_SECRET });
    expect(said).toEqual([expect.stringMatching(/^AUDIT_KEY is the same as SESSION_SECRET/)]);
  });

  it("take any secret that was left to chance", () => {
    for (const form of ["hex", "base64", "base64url"] as const)
      for (let time = 0; time < 500; time++)
        expect(sentences({ ...production, SESSION_SECRET: randomBytes(32).toString(form) })).toEqual([]);
  });

  it.each(["COUNCIL_CANAL", "KIOSK_END_SECOND", "UPLOADS_DRAFTS_MB"])("name %s, which has a slip in it", (name) => {
    expect(sentences({ DATA_DIR: dataDir(), [name]: "none" })).toEqual([
      `${name} is not the name of a setting: look for a slip in it.`,
    ]);
  });

  it("take an empty value for none", () => {
    expect(sentences({ ...production, COUNCIL_NAME: " " })).toEqual([
      expect.stringMatching(/^COUNCIL_NAME is missing/),
    ]);
    expect(loadConfig({ PORT: "", DATA_DIR: dataDir() }).port).toBe(3000);
  });
});
