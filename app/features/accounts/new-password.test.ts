import { afterAll, expect, it, vi } from "vitest";
import { copySqlite } from "../../platform/db/testing.server";
import { err } from "../../platform/result";
import { createWork } from "../../platform/work.server";
import { createTestHouse, openTestPortal } from "../../testing/portal.server";
import { judgePassword } from "./new-password.server";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const work = createWork();
afterAll(() => work.close());
const zoe = { name: "Zoë O'Neill", email: "zoe.oneill@mail.example" };
const house = { ...createTestHouse(await copySqlite()), work };
const judge = (password: string) => judgePassword(house, password, zoe);

it.each([
  ...["password123", "PassWord123", "1234567890", "qwertyuiop", "Liverpool2025!", "P@ssw0rd2024!!", "winter2026"],
  ...["aaaaaaaaaaaaaaaa", "passwordpassword", "qwert".repeat(30)],
])("%s is easy to guess for anybody", async (password) => expect(await judge(password)).toBe("password-common"));

it.each(["zoeoneill1987", "Zoe.Oneill2024!", "oneill12345", "BrackenfordCouncil", "Brackenford2026", "myaccount2026!"])(
  "%s is easy to guess for this person, or here",
  async (password) => expect(await judge(password)).toBe("password-own"),
);

it.each([
  ...["correct horse battery", "lemon sofa train", "kcwkjfhw83q", "kot lampa rower sad", "حصان بطارية صحيح دبوس"],
  ...["the brackenford heron eats soup", `${"x".repeat(40)}correct horse battery${"y".repeat(139)}`],
])("%s is taken", async (password) => expect(await judge(password)).toBeUndefined());

it("nobody is kept from an account because too many wait", async () => {
  const full = { ...house, work: { ...work, run: async () => err("busy" as const) } };
  expect(await judgePassword(full, "password123", zoe)).toBeUndefined();
});

it("the page says what to do, in every language", async () => {
  const { browser, house } = await openTestPortal(await copySqlite());
  for (const lng of ["en", "cy", "pl", "ar"] as const) {
    const here = browser();
    await here.open(lng === "en" ? "/register" : `/${lng}/register`);
    const page = await here.submit({ ...zoe, "new-password": "ZoeOneill2024" });
    expect(page.status).toBe(400);
    expect(page.text).toContain(house.texts(lng).t("accounts:errors.password-own"));
  }
});
