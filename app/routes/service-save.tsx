import type { ActionFunctionArgs } from "@remix-run/node";
import { saveTyped } from "../flow/flow.server";
import { readForm } from "../platform/http/form.server";

export const handle = { body: "save" };

/** Where the page's script sends what is being typed. */
export const action = async ({ context, params, request }: ActionFunctionArgs) =>
  saveTyped(context, params, await readForm(request));
