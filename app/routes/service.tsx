import type { LoaderFunctionArgs } from "@remix-run/node";
import { StartPage } from "../flow/flow";
import { showStart } from "../flow/flow.server";
import type { StartView } from "../flow/start.server";
import { useView } from "../ui/page/view";

export const loader = ({ context, params }: LoaderFunctionArgs) => showStart(context, params);

export default function Service() {
  return <StartPage view={useView<StartView>()} />;
}
