import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "../features/accounts/accounts.server";
import { CaseList, type CaseListView } from "../features/casework/casework";
import { makeCaseList, readFilter } from "../features/casework/casework.server";
import { show } from "../platform/context.server";
import { useView } from "../ui/page/view";

export async function loader({ context }: LoaderFunctionArgs) {
  await requireStaff(context);
  return show<CaseListView>(context, await makeCaseList(context, readFilter(context.url.searchParams)));
}

export default function Staff() {
  return <CaseList view={useView<CaseListView>()} />;
}
