import { type Provenance, provenanceColumns } from "../../app/platform/actor";
import { referenceOf } from "../../app/platform/ids";
import { idAt } from "./fill-ids";
import type { People } from "./fill-people";
import type { Add } from "./fill-rows";
import { sentAs } from "./fill-services";

const dayMs = 24 * 60 * 60 * 1000;

/** The columns of who did what for whom, by their names in the database. */
export function whoColumns(by: Provenance) {
  const { subjectKind, subjectId, actorKind, actorId, channel, helperId } = provenanceColumns(by);
  return {
    ...{ subject_kind: subjectKind, subject_id: subjectId, actor_kind: actorKind, actor_id: actorId },
    ...{ channel, helper_id: helperId ?? null },
  };
}

/** Adds a case with what comes with each: its draft and its timeline. */
export function addCase(add: Add, { staff }: People, by: Provenance, number: number, at: number) {
  const { service, team, answers, states } = sentAs(number);
  const [id, draft] = [idAt(at), idAt(at - 60_000)];
  const who = whoColumns(by);
  const reference = referenceOf([0, 1, 2, 3, 4].map((place) => Math.floor(number / 29 ** place)).concat(7, 7, 7));
  const common = { service_id: service, version: 1, ...who };
  const [created_at, updated_at] = [at, at + (states.length - 1) * dayMs];
  add("drafts", {
    ...{ id: draft, ...common, answers, typed: {}, edits: {}, state: "submitted", open_key: null },
    ...{ created_at, updated_at: at },
  });
  add("cases", {
    ...{ id, reference, draft_id: draft, ...common, locale: "en", contact_name: `Person ${number}` },
    ...{ contact_email: by.subject.kind === "client" ? null : `person-${number}@example.org`, email_held: null },
    ...{ answers, state: states.at(-1)!, outcome: null, team, target_date: "2026-11-02", created_at, updated_at },
  });
  for (const [index, state] of states.entries())
    add("case_events", {
      ...{ id: idAt(at + index * dayMs), case_id: id, number: index + 1, kind: "state", state },
      ...{ note: index > 0 ? "We have been there." : null, detail: null },
      ...(index > 0 ? { by_kind: "staff", by_id: staff } : { by_kind: who.actor_kind, by_id: who.actor_id }),
      at: at + index * dayMs,
    });
  return { id, draft, service, reference, who, state: states.at(-1)! };
}

export type Added = ReturnType<typeof addCase>;
