import type { LoaderFunctionArgs } from "@remix-run/node";
import { showSentDraft } from "../flow/flow.server";

/** Leads from a draft that was sent already to what became of it. */
export const loader = ({ context, params }: LoaderFunctionArgs) => showSentDraft(context, params);
