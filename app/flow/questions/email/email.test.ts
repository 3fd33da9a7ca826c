import { describe, expect, it } from "vitest";
import { readValue } from "../testing/ask";

describe("an email address", () => {
  it.each([
    ["amina@example.org", "amina@example.org"],
    [" Amina@Example.ORG ", "amina@example.org"],
    ["o'neil+home@example.co.uk", "o'neil+home@example.co.uk"],
    ["łucja@przykład.pl", "łucja@przykład.pl"],
    ["用户@例子.公司", "用户@例子.公司"],
    ["a@b.museum", "a@b.museum"],
    ["zoë@example.org", "zoë@example.org"],
    ["first.last@sub.sub.example.org", "first.last@sub.sub.example.org"],
    ["amina @example.org", "amina@example.org"],
  ])("%s is %s", async (typed, kept) => expect(await readValue({ type: "email" }, typed)).toBe(kept));

  it.each([
    "amina",
    "amina@",
    "@example.org",
    "amina@example",
    "amina@example..org",
    "amina@.org",
    "amina@example.org.",
    "a@b@example.org",
    "amina@example.org, bo@example.org",
    "Amina <amina@example.org>",
    '"a b"@example.org',
    "amina@example.org\nBcc:all@example.org",
    `${"a".repeat(250)}@example.org`,
  ])("%s is none", async (typed) =>
    expect(await readValue({ type: "email" }, typed)).toEqual({
      error: "Enter an email address, like name@example.com",
    }),
  );
});
