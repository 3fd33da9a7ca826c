import { afterAll, expect, it, vi } from "vitest";
import { accountTables } from "~db/schema/accounts";
import { copySqlite } from "../../platform/db/testing.server";
import { createRateLimits } from "../../platform/rate-limits.server";
import { err } from "../../platform/result";
import { createWork } from "../../platform/work.server";
import { createTestHouse, openTestPortal } from "../../testing/portal.server";
import { judgePassword } from "./new-password.server";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const work = createWork();
afterAll(() => work.close());
const zoe = { name: "Zoë O'Neill", email: "zoe.oneill@mail.example" };
const house = { ...createTestHouse(await copySqlite()), work, address: "192.0.2.1" };
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

it("one that cannot be weighed is not taken, and what else was typed is kept", async () => {
  const { browser, house } = await openTestPortal(await copySqlite());
  house.work = { ...work, run: async () => err("busy" as const) };
  const here = browser();
  await here.open("/register");
  const page = await here.submit({ ...zoe, "new-password": "password123" });
  expect([page.status, page.path]).toEqual([503, "/register"]);
  expect(page.text).toContain(house.texts("en").t("accounts:errors.password-busy"));
  expect(page.html).toContain(zoe.email);
  const { accounts } = house.db.tables(accountTables);
  expect(await house.db.q.select().from(accounts)).toEqual([]);
});

it("whoever has very many weighed keeps nobody elsewhere waiting for the scales", async () => {
  const many = { ...house, limits: createRateLimits(true), address: "192.0.2.2" };
  for (let times = 0; times < 60; times++) await judgePassword(many, "password123", zoe);
  expect(await judgePassword(many, "lemon sofa train", zoe)).toBe("password-busy");
  expect(await judgePassword({ ...many, address: "192.0.2.3" }, "lemon sofa train", zoe)).toBeUndefined();
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
