import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "myaccount-release-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const clone = join(folder, "clone");
const place = join(folder, "place");

const git = (...words: string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t.example", ...words], { cwd: clone });

/** Commits a version whose build runs a command. */
function commit(build: string, page: string) {
  writeFileSync(join(clone, "package.json"), JSON.stringify({ scripts: { build } }));
  writeFileSync(join(clone, "page"), page);
  git("add", "-A");
  git("commit", "-qm", page);
}

const release = (version = "HEAD") =>
  spawnSync(resolve("deploy/release.sh"), [place, version, "touch", join(folder, "restarted")], {
    cwd: clone,
    encoding: "utf8",
  });

/** Whether the portal was restarted since this was last asked. */
function wasRestarted(): boolean {
  const mark = join(folder, "restarted");
  const seen = existsSync(mark);
  rmSync(mark, { force: true });
  return seen;
}

const used = () => readFileSync(join(place, "current/page"), "utf8");

it("changes over to a version once it is built, and leaves the old one in use where its build fails", () => {
  execFileSync("git", ["init", "-q", clone]);
  commit("echo built > made", "first");
  expect(release().status).toBe(0);
  expect(used()).toBe("first");
  expect(existsSync(join(place, "current/made"))).toBe(true);
  expect(wasRestarted()).toBe(true);

  commit("exit 3", "broken");
  expect(release().status).not.toBe(0);
  expect(used()).toBe("first");
  expect(wasRestarted()).toBe(false);

  commit("true", "third");
  expect(release().status).toBe(0);
  expect(used()).toBe("third");
  expect(wasRestarted()).toBe(true);
  expect(release("HEAD~2").status).toBe(0);
  expect(used()).toBe("first");
});
