import { expect, it } from "vitest";
import { findUntypedViews } from "./support/untyped-views";

it("every page reads a view that the compiler knows, and an action of no type is caught", () => {
  const text = `
    import { useActionData, useLoaderData } from "@remix-run/react";
    export const loader = () => ({ title: "typed" });
    export const action = async (): Promise<Response> => new Response();
    export const Page = () => [useLoaderData<typeof loader>(), useActionData<typeof action>()];
  `;
  const found = findUntypedViews({ name: "planted.tsx", text });
  expect(found).toEqual(["planted.tsx: useActionData<typeof action>()"]);
});
