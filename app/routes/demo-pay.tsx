import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DemoPay, type DemoPayView } from "../features/payments/payments";
import { decideDemo, findDemo } from "../features/payments/payments.server";
import { type Context, goTo, refuse } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";

/** The demo provider's own page. There is none outside of a demonstration. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const payment = await requireDemo(context, params["payment"]!);
  const { text, config } = context;
  return {
    title: text.t("payments:demo.title"),
    amount: text.money(payment.amountPence),
    council: config.council.name,
    reference: payment.reference,
    state: payment.state,
    returnHref: text.link(payment.returnPath),
  } satisfies DemoPayView;
}

const choices = { pay: "paid", decline: "failed", cancel: "cancelled" } as const;

/** The first decision counts; a second click only goes back to the council. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { id, returnPath } = await requireDemo(context, params["payment"]!);
  const choice = fieldOf(await readForm(request), "choice");
  if (choice === "leave") return goTo(context, "/");
  const state = choices[choice as keyof typeof choices];
  if (state) await decideDemo(context, id, state);
  return goTo(context, returnPath);
}

async function requireDemo(context: Context, id: string) {
  const payment = context.config.demo ? await findDemo(context, id) : undefined;
  if (!payment) throw refuse(404);
  return payment;
}

export default function DemoPayRoute() {
  return <DemoPay view={useLoaderData<typeof loader>()} />;
}
