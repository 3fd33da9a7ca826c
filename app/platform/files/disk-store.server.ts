import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileStore } from "./file-store";

/** Files in a folder of this machine, or of a disk that the nodes share. They are their owner's alone. */
export function openDiskStore(folder: string): FileStore {
  return {
    async put(id, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, id), bytes, { flush: true, mode: 0o600 });
    },
    get: (id) => readFile(join(folder, id)),
    remove: (id) => rm(join(folder, id), { force: true }),
  };
}
