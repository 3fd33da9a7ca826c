import { describe, expect, it } from "vitest";
import { plainEmail } from "../../platform/typed";
import { checkEmail, checkName, checkNewPassword, readFields } from "./fields";
import { localNext } from "./next";
import { fitsPassword, hashPassword } from "./passwords.server";

describe("fields of an account", () => {
  it.each(["X", "李小龍", "O’Connor-Smith", "Ğülşen", "محمد", "Nguyễn Thị", "Björk", "'t Hooft", "Jr. 3rd", "🌿"])(
    "takes the name %s",
    (name) => expect(checkName(name)).toBeUndefined(),
  );

  it("refuses no name, and a name that is a text", () => {
    expect(checkName("")).toBe("name-missing");
    expect(checkName("\u200b\u200d")).toBe("name-missing");
    expect(checkName("a".repeat(201))).toBe("name-long");
    expect(checkName("🌿".repeat(200))).toBeUndefined();
  });

  it.each(["a@b.example", "o'neil+tag@mail.co.uk", "δοκιμή@παράδειγμα.δοκιμή", "a.b-c_d@x-y.example"])(
    "takes the address %s",
    (email) => expect(checkEmail(email)).toBeUndefined(),
  );

  it.each([
    "a",
    "a@b",
    "a b@c.example",
    "a@b.example, c@d.example",
    "<a@b.example>",
    "a@b..example",
    "a@@b.example",
    `${"a".repeat(250)}@b.example`,
  ])("refuses the address %s", (email) => expect(checkEmail(email)).toBe("email-wrong"));

  it("knows one address by any spelling of its letters", () => {
    expect(plainEmail("  Ada@Example.ORG ")).toBe("ada@example.org");
  });

  it("takes any password of ten characters ", () => {
    for (const good of ["correct horse battery", "密码密码密码密码密码", "          x          ", "aB3$".repeat(50)])
      expect(checkNewPassword(good), good).toBeUndefined();
    expect(checkNewPassword("")).toBe("password-missing");
    expect(checkNewPassword("🌿".repeat(9))).toBe("password-short");
    expect(checkNewPassword("x".repeat(201))).toBe("password-long");
  });

  it("leaves passwords as typed and takes stray spaces from the rest", () => {
    const form = new FormData();
    form.set("name", "  Ada \t Lovelace\u0000 ");
    form.set("new-password", "  two spaces  ");
    const { values } = readFields(form, { name: checkName, "new-password": checkNewPassword, email: checkEmail });
    expect(values).toEqual({ name: "Ada Lovelace", "new-password": "  two spaces  ", email: "" });
  });

  it("fits a password however its letters are composed, and none to an account without one", async () => {
    const stored = await hashPassword("cafe\u0301 au lait");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await fitsPassword(stored, "caf\u00e9 au lait")).toBe(true);
    expect(await fitsPassword(stored, "cafe au lait")).toBe(false);
    expect(await fitsPassword(undefined, "anything at all")).toBe(false);
    expect(await fitsPassword("", "")).toBe(false);
  });
});

describe("where to go after signing in", () => {
  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/ /evil.example",
    "javascript:alert(1)",
    "/./\\evil.example",
    "/..//evil.example",
    "evil.example",
    "",
    "http:evil.example",
  ])("is nowhere for %j", (next) => expect(localNext(next)).toBeUndefined());

  it("is a page of the portal", () => {
    expect(localNext("/account?a=1&b=%2F")).toBe("/account?a=1&b=%2F");
    expect(localNext("/services/report-pothole/where")).toBe("/services/report-pothole/where");
    expect(localNext(null)).toBeUndefined();
  });
});
