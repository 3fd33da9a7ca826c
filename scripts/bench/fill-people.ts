import type { Provenance } from "../../app/platform/actor";
import { idAt } from "./fill-ids";
import type { Rows } from "./fill-rows";

/** Whose cases these are. What one person or page sees is the same however many there are, and the newest of all. */
const ofResident = 40;
const ofBakery = (many: number) => Math.max(300, many / 100);
const byPhone = (many: number) => Math.max(300, many / 50);

export interface People {
  resident: string;
  owner: string;
  staff: string;
  walker: string;
  organisation: string;
  kiosk: string;
  passwordHash: string;
}

export async function readPeople(rows: Rows): Promise<People> {
  const one = async (sql: string) => String((await rows(sql))[0]?.[0]);
  const account = (name: string) => one(`select id from accounts where email = '${name}@demo.example'`);
  return {
    resident: await account("resident"),
    owner: await account("business"),
    staff: await account("staff"),
    walker: await account("floorwalker"),
    organisation: await one("select id from organisations"),
    kiosk: await one("select id from kiosks"),
    passwordHash: await one("select password_hash from accounts"),
  };
}

/** For whom the case of a number is, and by whom. */
export function whoSent(people: People, number: number, many: number, at: number): Provenance {
  const id = idAt(at);
  const fromLast = many - number;
  const account = (own: string) => ({ kind: "account", id: own }) as const;
  if (fromLast <= ofResident)
    return { subject: account(people.resident), actor: account(people.resident), channel: "online" };
  if (fromLast <= ofResident + ofBakery(many))
    return {
      subject: { kind: "organisation", id: people.organisation },
      actor: account(people.owner),
      channel: "online",
    };
  if (fromLast <= ofResident + ofBakery(many) + byPhone(many))
    return { subject: { kind: "client", id }, actor: { kind: "staff", id: people.staff }, channel: "phone" };
  const kind = number % 3 === 0 ? "account" : "guest";
  return { subject: { kind, id }, actor: { kind, id }, channel: "online" };
}
