import type { Added } from "./fill-case";
import { idAt } from "./fill-ids";
import type { People } from "./fill-people";
import type { Add } from "./fill-rows";

const dayMs = 24 * 60 * 60 * 1000;
const premises = ["1 Mill Lane", "Brackenford", "BK1 2AB"];

/** Adds what some cases have beside them, in the shares that a council may have: and what its end is overdue for some. */
export function addBeside(
  add: Add,
  people: People,
  slots: string[],
  number: number,
  at: number,
  now: number,
  a: Added,
) {
  const every = (cases: number) => number % cases === 0;
  const { id, draft, who, reference, service } = a;
  const stamp = () => idAt(at);
  if (every(12))
    add("payments", {
      ...{ id: stamp(), case_id: id, ...who, amount_pence: 4250, state: "paid", provider: "demo-pay" },
      ...{ provider_id: `demo-${id}`, next_url: null, created_at: at, updated_at: at },
    });
  if (every(20))
    add("bookings", {
      ...{ id: stamp(), slot_id: slots[number % slots.length]!, draft_id: draft, case_id: id, ...who },
      ...{ state: "booked", live_key: draft, held_until: null, created_at: at },
    });
  if (every(10))
    add("uploads", {
      ...{ id: stamp(), draft_id: draft, question_id: "photos", name: "photo.jpg", type: "image/jpeg" },
      ...{ bytes: 240_000, created_at: at },
    });
  if (every(5))
    add("sessions", {
      ...{ id: stamp(), guest_id: stamp(), account_id: null, visit_id: null, created_at: at, seen_at: at },
      expires_at: now + (every(50) ? -1 : 1 + (number % 19)) * dayMs,
    });
  if (every(8) && who.subject_kind !== "organisation") {
    const openKey = `${who.subject_id} ${number}`;
    add("drafts", {
      ...{ id: stamp(), service_id: service, version: 1, ...who, answers: {}, typed: {}, edits: {}, state: "open" },
      ...{ open_key: openKey, created_at: at, updated_at: now - (every(40) ? 40 : number % 29) * dayMs },
    });
  }
  if (every(10))
    add("outbox", {
      ...{ id: stamp(), kind: "message", ...who, payload: {}, state: "done", tries: 1, due_at: at, error: null },
      ...{ created_at: at, done_at: now - (number % 14) * dayMs },
    });
  if (every(25)) addHelp(add, people, at, a);
  if (who.subject_kind === "client") {
    const name = `Person ${number}`;
    add("clients", {
      id: who.subject_id,
      name,
      address: premises,
      locale: "en",
      taken_by: people.staff,
      created_at: at,
    });
    const isWaiting = every(2);
    add("letters", {
      ...{ id: stamp(), client_id: who.subject_id, reference, template: "case-received" },
      ...{ values: { reference, serviceId: service }, state: isWaiting ? "queued" : "printed", created_at: at },
      printed_at: isWaiting ? null : now - (number % 27) * dayMs,
    });
  }
  if (who.subject_kind !== "account" || who.subject_id === people.resident) return;
  add("accounts", {
    ...{ id: who.subject_id, email: `account-${number}@example.org`, name: `Person ${number}` },
    ...{ password_hash: people.passwordHash, role: "resident", locale: "en", verified_at: at, created_at: at },
  });
  for (const key of ["name", "phone"])
    add("facts", { subject_kind: "account", subject_id: who.subject_id, key, value: '"Ann"', updated_at: at });
}

function addHelp(add: Add, { kiosk, walker }: People, at: number, { draft }: Added) {
  const [visit, help] = [idAt(at), idAt(at)];
  add("visits", {
    ...{ id: visit, kiosk_id: kiosk, open_key: null, guest_id: visit, code: "1234" },
    ...{ started_at: at, touched_at: at, ended_at: at },
  });
  add("helps", {
    ...{ id: help, visit_id: visit, open_key: null, kiosk: "Kiosk 1", site: "Brackenford House", helper_id: walker },
    ...{ helper_name: "Ana Silva", state: "ended", consent_locale: "en", consent_at: at, ended_at: at },
    ...{ ended_by: "helper", kind: null, alone_next_time: null, created_at: at },
  });
  add("help_drafts", { help_id: help, draft_id: draft });
}
