import type { Added } from "./fill-case";
import { idAt } from "./fill-ids";
import type { People } from "./fill-people";
import type { Add } from "./fill-rows";

/** Writes down what was done with each case, a chain for each subject. Its hashes are none: nobody verifies them here. */
export function makeAudit(add: Add, { staff }: People, ends: Map<string, number>) {
  const hash = "0".repeat(64);
  const entry = (who: Added["who"], at: number, deed: { action: string; detail: object }, id: string) => {
    const chain = `${who.subject_kind} ${who.subject_id}`;
    const number = (ends.get(chain) ?? 0) + 1;
    ends.set(chain, number);
    add("audit_entries", {
      ...{ id: idAt(at), ...who, number, at, action: deed.action, record_kind: "case", record_id: id },
      ...{ detail: deed.detail, hash },
    });
  };
  return {
    add: ({ id, who, reference, service, state }: Added, at: number) => {
      entry(who, at, { action: "case.opened", detail: { reference, service } }, id);
      if (state === "received") return;
      const byStaff = { ...who, actor_kind: "staff" as const, actor_id: staff };
      entry(byStaff, at, { action: "case.changed", detail: { reference, from: "received", to: state } }, id);
    },
    end: () => {
      for (const [chain, number] of ends) {
        const [subject_kind, subject_id] = chain.split(" ");
        add("audit_heads", { subject_kind: subject_kind!, subject_id: subject_id!, number, hash });
      }
    },
  };
}
