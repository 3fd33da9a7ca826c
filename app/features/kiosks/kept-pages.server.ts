import { redirect } from "@remix-run/node";
import { and, desc, eq, isNotNull, notInArray } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import type { Context } from "../../platform/context.server";
import type { RenderedPage } from "../../platform/http/branches.server";
import { fieldOf } from "../../platform/http/field";
import { isUnwritten } from "../../platform/http/shared-screen";
import { newId } from "../../platform/ids";
import { inLook } from "./look";

/** What of an address says which kept page stands there. */
const parameter = "_page";
/** How many pages back a visit can go to what answered a form. */
const kept = 10;

/** Which kept page an address asks for. The address loses that, for no route knows of it. */
export function takeKeptId(url: URL): string | undefined {
  // Nearly every address asks for none: those are not taken apart, which would write them anew.
  if (!url.search.includes(parameter) || !url.searchParams.has(parameter)) return undefined;
  const id = fieldOf(url.searchParams, parameter);
  url.searchParams.delete(parameter);
  return id;
}

/**
 * Keeps a page that answers a form at a kiosk, and sends the browser to where it stands. The browser itself would keep
 * the form with what was typed: Chromium writes it into the file from which it opens its pages again.
 * @returns the page itself, other than at a kiosk and where the visit has ended meanwhile
 */
export async function keepPage(context: Context, page: RenderedPage): Promise<Response | RenderedPage> {
  const visitId = context.kiosk?.visit?.id;
  if (!visitId) return page;
  const { visits, keptPages } = context.db.tables(kioskTables);
  const id = newId();
  const isKept = await context.db.transaction(async () => {
    const { q } = context.db;
    const open = and(eq(visits.id, visitId), isNotNull(visits.openKey));
    // The visit is locked until the page stands: its end takes all of its pages away.
    const locked = await q
      .update(visits)
      .set({ touchedAt: context.clock.now() })
      .where(open)
      .returning({ id: visits.id });
    if (locked.length === 0) return false;
    // PostgreSQL's texts hold no NUL.
    const html = page.html.replaceAll("\0", "");
    await q.insert(keptPages).values({ id, visitId, sessionId: context.session?.id, status: page.status, html });
    const ofVisit = eq(keptPages.visitId, visitId);
    const newest = q.select({ id: keptPages.id }).from(keptPages).where(ofVisit).orderBy(desc(keptPages.id));
    await q.delete(keptPages).where(and(ofVisit, notInArray(keptPages.id, newest.limit(kept))));
    return true;
  });
  if (!isKept) return page;
  const { pathname, searchParams } = context.url;
  const query = isUnwritten(context.url) ? new URLSearchParams() : new URLSearchParams(searchParams);
  query.set(parameter, id);
  return redirect(`${pathname}?${query}`, 303);
}

/** A page that was kept for this visit and session; undefined for any other. */
export async function findKeptPage(context: Context, id: string): Promise<RenderedPage | undefined> {
  const visit = context.kiosk?.visit;
  if (!visit) return undefined;
  const { keptPages } = context.db.tables(kioskTables);
  const own = and(eq(keptPages.id, id), eq(keptPages.visitId, visit.id));
  const [row] = await context.db.q.select().from(keptPages).where(own).limit(1);
  if (row?.sessionId !== (context.session?.id ?? null)) return undefined;
  return { ...row, html: inLook(row.html, visit.look) };
}
