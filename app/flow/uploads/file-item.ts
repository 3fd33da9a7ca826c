import type { Texts } from "../../platform/i18n/i18n.server";
import type { FileItem } from "../../ui/file-list/file-list";
import type { Upload } from "./uploads.server";

/**
 * What may be done with a file where it is named: `opened` with a link to it, `shown` without, as in the middle of a form
 * and at a kiosk, where no browser leads back.
 */
export type Files = "opened" | "shown";

/** A file as the pages of its draft and case show it. */
export function fileItem(text: Texts, { id, name, small }: Upload, files: Files): FileItem {
  // What is kept is named by its type. Of pictures from before there were small copies, one is made when it is asked for.
  const shown = small ?? (/\.(jpg|png)$/.test(name) ? {} : undefined);
  return {
    name,
    href: files === "opened" ? text.link(`/uploads/${id}`) : undefined,
    small: shown && { src: text.link(`/uploads/${id}/small`), ...shown },
  };
}
