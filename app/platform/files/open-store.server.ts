import { join } from "node:path";
import type { Config } from "../config.server";
import { openDiskStore } from "./disk-store.server";
import type { FileStore } from "./file-store";
import type { S3Settings } from "./s3-store.server";

/** Opens the store that the settings name: a bucket where there is one, else a folder beside the database. */
export const openFileStore = ({ s3, dataDir }: Pick<Config, "s3" | "dataDir">): FileStore =>
  s3 ? openWhenUsed(s3) : openDiskStore(join(dataDir, "uploads"));

/** The client of S3 is large: who has no bucket never loads it. */
function openWhenUsed(settings: S3Settings): FileStore {
  let opened: Promise<FileStore> | undefined;
  const open = () => (opened ??= import("./s3-store.server").then(({ openS3Store }) => openS3Store(settings)));
  return {
    put: async (id, bytes) => (await open()).put(id, bytes),
    get: async (id) => (await open()).get(id),
    remove: async (id) => (await open()).remove(id),
  };
}
