import { and, eq, inArray, type SQL } from "drizzle-orm";
import { flowTables } from "~db/schema/flow";
import { blank, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { newId } from "../../platform/ids";
import { err, ok, type Result } from "../../platform/result";
import { cutText, plainLine } from "../../platform/typed";
import { type FileFault, type PreparedFile, prepareFile } from "./prepare-file.server";
import { countIn, countOut, type QuotaFault, type Sender, takeRoom } from "./quotas.server";

/** A file as answers keep it. */
export interface Upload {
  id: string;
  name: string;
  /** The size in which a picture is shown among others. */
  small?: { width: number; height: number };
}

/** Keeps a file of a draft's question. The bytes are in the store before the row says so. */
export async function addUpload(
  house: House,
  of: { draftId: string; questionId: string },
  file: File,
  sender: Sender,
): Promise<Result<Upload, FileFault | QuotaFault>> {
  const prepared = await prepareFile(house.work, file);
  if (!prepared.ok) return err(prepared.error);
  const room = await takeRoom(house, of.draftId, sizeOf(prepared.value), sender);
  return room.ok ? keepFile(house, of, file.name, prepared.value) : room;
}

const sizeOf = ({ bytes, small }: PreparedFile) => bytes.length + (small?.bytes.length ?? 0);

async function keepFile(
  house: House,
  of: { draftId: string; questionId: string },
  calledBy: string,
  file: PreparedFile,
): Promise<Result<Upload, QuotaFault>> {
  const id = newId();
  const { type, extension, small } = file;
  const bytes = sizeOf(file);
  await house.files.put(id, file.bytes);
  if (small) await house.files.put(smallOf(id), Buffer.from(small.bytes));
  const { uploads } = house.db.tables(flowTables);
  const kept = await house.db.transaction(async (): Promise<Result<Upload, QuotaFault>> => {
    // Counted first: whoever counts waits for whoever counts at the same time, and sees what they kept.
    const fault = await countIn(house, of.draftId, bytes);
    if (fault) return err(fault);
    const name = await freeName(house, of.draftId, plainName(calledBy), extension);
    const size = { smallWidth: small?.width ?? null, smallHeight: small?.height ?? null };
    await house.db.q.insert(uploads).values({ id, ...of, name, type, bytes, ...size, createdAt: house.clock.now() });
    return ok(asUpload({ id, name, ...size }));
  });
  if (!kept.ok) await removeBytes(house, { id, smallWidth: small?.width ?? null });
  return kept;
}

/** Where the small copy of a picture stands in the store. */
export const smallOf = (id: string) => `${id}-small`;

const asUpload = (row: {
  id: string;
  name: string;
  smallWidth: number | null;
  smallHeight: number | null;
}): Upload => ({
  id: row.id,
  name: row.name,
  ...(row.smallWidth && row.smallHeight ? { small: { width: row.smallWidth, height: row.smallHeight } } : {}),
});

async function removeBytes({ files }: House, { id, smallWidth }: { id: string; smallWidth: number | null }) {
  await files.remove(id);
  if (smallWidth) await files.remove(smallOf(id));
}

/** A name that no other file of the draft has: phones call every picture `image.jpg`, and people tell files by their names. */
async function freeName(house: House, draftId: string, bare: string, extension: string): Promise<string> {
  const { uploads } = house.db.tables(flowTables);
  const rows = await house.db.q.select({ name: uploads.name }).from(uploads).where(eq(uploads.draftId, draftId));
  const taken = new Set(rows.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = `${bare}${number > 1 ? ` (${number})` : ""}.${extension}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

const uploadsOf: HotQuery<
  { draftId: string; questionId: string },
  Parameters<typeof asUpload>[0] & { createdAt: Date }
> = (q, db) => {
  const { uploads } = db.tables(flowTables);
  return q
    .select({
      id: uploads.id,
      name: uploads.name,
      smallWidth: uploads.smallWidth,
      smallHeight: uploads.smallHeight,
      createdAt: uploads.createdAt,
    })
    .from(uploads)
    .where(and(eq(uploads.draftId, blank("draftId")), eq(uploads.questionId, blank("questionId"))));
};

/** The files of a draft's question, in the order they came. */
export async function listUploads(house: House, draftId: string, questionId: string): Promise<Upload[]> {
  const rows = await house.db.run(uploadsOf, { draftId, questionId });
  // In order here, as wherever rows are few and asked for often: SQLite takes three times as long where it is to sort.
  rows.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1));
  return rows.map(asUpload);
}

export async function removeUpload(house: House, draftId: string, id: string): Promise<void> {
  const { uploads } = house.db.tables(flowTables);
  await removeWhere(house, and(eq(uploads.id, id), eq(uploads.draftId, draftId)));
}

/** Removes all files of drafts that are gone. */
export async function removeUploadsOf(house: House, draftIds: string[]): Promise<void> {
  const { uploads } = house.db.tables(flowTables);
  for (let from = 0; from < draftIds.length; from += draftsAtOnce) {
    const some = draftIds.slice(from, from + draftsAtOnce);
    const rows = await house.db.q
      .select({ draftId: uploads.draftId })
      .from(uploads)
      .where(inArray(uploads.draftId, some));
    for (const draftId of new Set(rows.map((row) => row.draftId)))
      await removeWhere(house, eq(uploads.draftId, draftId));
  }
}

/** Few of them have files. */
const draftsAtOnce = 200;

async function removeWhere(house: House, which: SQL | undefined): Promise<void> {
  const { uploads } = house.db.tables(flowTables);
  const gone = await house.db.transaction(async () => {
    const rows = await house.db.q.delete(uploads).where(which).returning();
    if (rows.length > 0)
      await countOut(
        house,
        rows.reduce((sum, { bytes }) => sum + bytes, 0),
      );
    return rows;
  });
  for (const row of gone) await removeBytes(house, row);
}

/** A kept file, and the draft it belongs to; undefined where there is none. */
export async function findUpload(
  house: House,
  id: string,
): Promise<{ id: string; name: string; type: string; draftId: string; smallWidth: number | null } | undefined> {
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
