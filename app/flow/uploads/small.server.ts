import { and, eq, isNull, sql } from "drizzle-orm";
import { flowTables } from "~db/schema/flow";
import type { House } from "../../platform/house.server";
import { ok, type Result } from "../../platform/result";
import { type FileFault, makeSmallCopy } from "./prepare-file.server";
import { countOut } from "./quotas.server";
import { smallOf } from "./uploads.server";

interface Kept {
  id: string;
  type: string;
  smallWidth: number | null;
}

/** What is being made in this process, by the store it goes to: who asks for it meanwhile waits for the same. */
const making = new WeakMap<House["files"], Map<string, Promise<Result<Buffer, FileFault>>>>();

/**
 * The bytes of a picture's small copy, a JPEG. Pictures that were kept before there were small copies get theirs now, once.
 * @returns `wrong-type` for what is no picture; `busy` and `too-slow` may pass
 */
export async function readSmall(house: House, file: Kept): Promise<Result<Buffer, FileFault>> {
  if (file.smallWidth) return ok(await house.files.get(smallOf(file.id)));
  const here = making.get(house.files) ?? new Map<string, Promise<Result<Buffer, FileFault>>>();
  making.set(house.files, here);
  const made = here.get(file.id) ?? makeNow(house, file).finally(() => here.delete(file.id));
  here.set(file.id, made);
  return made;
}

async function makeNow(house: House, { id, type }: Kept): Promise<Result<Buffer, FileFault>> {
  const made = await makeSmallCopy(house.work, await house.files.get(id), type);
  if (!made.ok) return made;
  const { width, height, bytes } = made.value;
  const copy = Buffer.from(bytes);
  const { uploads } = house.db.tables(flowTables);
  await house.files.put(smallOf(id), copy);
  const isNoted = await house.db.transaction(async () => {
    const [noted] = await house.db.q
      .update(uploads)
      .set({ smallWidth: width, smallHeight: height, bytes: sql`${uploads.bytes} + ${copy.length}` })
      .where(and(eq(uploads.id, id), isNull(uploads.smallWidth)))
      .returning({ id: uploads.id });
    // It takes room like the picture, which nobody asked for twice: another node may have been as quick.
    if (noted) await countOut(house, -copy.length);
    return noted !== undefined;
  });
  if (isNoted) return ok(copy);
  const [row] = await house.db.q.select({ id: uploads.id }).from(uploads).where(eq(uploads.id, id)).limit(1);
  // Its picture was removed meanwhile.
  if (!row) await house.files.remove(smallOf(id));
  return ok(copy);
}
