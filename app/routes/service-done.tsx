import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DonePage } from "../flow/flow";
import { showDone } from "../flow/flow.server";

export const loader = ({ context, params }: LoaderFunctionArgs) => showDone(context, params);

export default function ServiceDone() {
  return <DonePage view={useLoaderData<typeof loader>()} />;
}
