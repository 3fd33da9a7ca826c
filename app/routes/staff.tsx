import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "../features/accounts/accounts.server";
import { CaseList } from "../features/casework/casework";
import { makeCaseList, readFilter } from "../features/casework/casework.server";

export async function loader({ context }: LoaderFunctionArgs) {
  await requireStaff(context);
  return await makeCaseList(context, readFilter(context.url.searchParams));
}

export default function Staff() {
  return <CaseList view={useLoaderData<typeof loader>()} />;
}
