import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StartPage } from "../flow/flow";
import { showStart } from "../flow/flow.server";

export const loader = ({ context, params }: LoaderFunctionArgs) => showStart(context, params);

export default function Service() {
  return <StartPage view={useLoaderData<typeof loader>()} />;
}
