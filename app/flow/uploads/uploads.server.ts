import { and, eq } from "drizzle-orm";
import { flowTables } from "~db/schema/flow";
import { blank, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { newId } from "../../platform/ids";
import { err, ok, type Result } from "../../platform/result";
import { cutText, plainLine } from "../../platform/typed";
import { type FileFault, prepareFile } from "./prepare-file.server";

/** A file as answers keep it. */
export interface Upload {
  id: string;
  name: string;
}

/** Keeps a file of a draft's question. The bytes are in the store before the row says so. */
export async function addUpload(
  house: House,
  of: { draftId: string; questionId: string },
  file: File,
): Promise<Result<Upload, FileFault>> {
  const prepared = await prepareFile(house.work, Buffer.from(await file.arrayBuffer()));
  if (!prepared.ok) return err(prepared.error);
  const { bytes, type, extension } = prepared.value;
  const id = newId();
  const name = `${plainName(file.name)}.${extension}`;
  await house.files.put(id, bytes);
  const { uploads } = house.db.tables(flowTables);
  await house.db.transaction(() =>
    house.db.q.insert(uploads).values({ id, ...of, name, type, bytes: bytes.length, createdAt: house.clock.now() }),
  );
  return ok({ id, name });
}

const uploadsOf: HotQuery<{ draftId: string; questionId: string }, Upload & { createdAt: Date }> = (q, db) => {
  const { uploads } = db.tables(flowTables);
  return q
    .select({ id: uploads.id, name: uploads.name, createdAt: uploads.createdAt })
    .from(uploads)
    .where(and(eq(uploads.draftId, blank("draftId")), eq(uploads.questionId, blank("questionId"))));
};

/** The files of a draft's question, in the order they came. */
export async function listUploads(house: House, draftId: string, questionId: string): Promise<Upload[]> {
  const rows = await house.db.run(uploadsOf, { draftId, questionId });
  // In order here, as wherever rows are few and asked for often: SQLite takes three times as long where it is to sort.
  rows.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1));
  return rows.map(({ id, name }) => ({ id, name }));
}

export async function removeUpload(house: House, draftId: string, id: string): Promise<void> {
  const { uploads } = house.db.tables(flowTables);
  const gone = await house.db.transaction(() =>
    house.db.q
      .delete(uploads)
      .where(and(eq(uploads.id, id), eq(uploads.draftId, draftId)))
      .returning({ id: uploads.id }),
  );
  if (gone.length > 0) await house.files.remove(id);
}

/** Removes all files of drafts that are gone. */
export async function removeUploadsOf(house: House, draftIds: string[]): Promise<void> {
  const { uploads } = house.db.tables(flowTables);
  for (const draftId of draftIds) {
    const gone = await house.db.transaction(() =>
      house.db.q.delete(uploads).where(eq(uploads.draftId, draftId)).returning({ id: uploads.id }),
    );
    for (const { id } of gone) await house.files.remove(id);
  }
}

/** A kept file, and the draft it belongs to; undefined where there is none. */
export async function findUpload(
  house: House,
  id: string,
): Promise<{ id: string; name: string; type: string; draftId: string } | undefined> {
  const { uploads } = house.db.tables(flowTables);
  const [row] = await house.db.q.select().from(uploads).where(eq(uploads.id, id)).limit(1);
  return row;
}

/** The bytes of a kept file. */
export const readUpload = (house: House, { id }: { id: string }): Promise<Buffer> => house.files.get(id);

/** A file's name without its ending, its path and what could upset a header or a file system. */
function plainName(name: string): string {
  const bare = name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  const fit = plainLine(bare).replace(/[\p{Cc}\p{Bidi_Control}"<>|:*?]/gu, "");
  return cutText(fit.trim(), 80).trim() || "file";
}
