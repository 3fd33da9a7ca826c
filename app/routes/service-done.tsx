import type { LoaderFunctionArgs } from "@remix-run/node";
import type { DoneView } from "../flow/done.server";
import { DonePage } from "../flow/flow";
import { showDone } from "../flow/flow.server";
import { useView } from "../ui/page/view";

export const loader = ({ context, params }: LoaderFunctionArgs) => showDone(context, params);

export default function ServiceDone() {
  return <DonePage view={useView<DoneView>()} />;
}
