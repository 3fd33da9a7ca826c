import type { Facts } from "./facts";

/** Puts values where `{{name}}` stands, else what is known of the council; nothing where there is no such value. */
export function fillIn(text: string, values: Record<string, unknown> | undefined, facts: Facts): string {
  if (!text.includes("{{")) return text;
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_blank, name: string) => String(values?.[name] ?? facts[name] ?? ""));
}
