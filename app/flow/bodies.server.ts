import type { BodyId } from "../platform/bodies";
import type { Context } from "../platform/context.server";

/** How to reach another body that answers for something here. */
export interface BodyView {
  name: string;
  phone: string | undefined;
  page: string | undefined;
  /** Whether the page is a link: a PC that anybody may use stays with the council. */
  opens: boolean;
}

/** Those of these bodies that the council's area has. */
export function bodiesFor({ config, kiosk }: Context, ids: BodyId[]): BodyView[] {
  return [...new Set(ids)].flatMap((id) => {
    const body = config.council.bodies[id];
    return body ? [{ ...body, opens: kiosk === undefined }] : [];
  });
}
