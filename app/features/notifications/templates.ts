/** What a message about a case is about. The service is named in the reader's language when the message leaves. */
interface About {
  name?: string | undefined;
  reference: string;
  serviceId: string;
}

/** By when, and where the words of the promise stand among its service's `standards`. */
interface Promised {
  date?: string | undefined;
  words?: string | undefined;
}

/**
 * Every message that the portal sends, and the values that its text may name. Dates are `YYYY-MM-DD`, instants
 * (`when`, `until`) are ISO, money is pence: the text is composed when it leaves, in the reader's language.
 */
export interface Templates {
  "case-received": About & Promised;
  "case-updated": About &
    Promised & {
      /** A case's state. */ status: string;
      note?: string | undefined;
      /** Which of its service's outcomes it came to. */
      outcome?: string | undefined;
    };
  "case-done": About & { note?: string | undefined; outcome?: string | undefined };
  "tracking-code": About & { code: string; until: string };
  "payment-receipt": About & { amount: number; date: string };
  "booking-confirmed": About & { when: string; place?: string | undefined };
  "booking-cancelled": About & {
    when: string;
    place?: string | undefined;
    note?: string | undefined;
    /** Which of its service's outcomes the case came to. */
    outcome?: string | undefined;
  };
  "draft-along": { serviceId: string; until: string };
  "verify-email": { until: string };
  "choose-password": { until: string };
  /** Goes to whom the operator names. */
  "become-staff": { name: string; until: string };
  "account-exists": { name: string };
  "reset-password": { name?: string | undefined; until: string };
  "password-changed": { name?: string | undefined };
  /** Goes to an address that nobody has proved: it says nothing that its sender typed. */
  invitation: { until: string };
  /** A letter to the registered address of an organisation. */
  "organisation-code": { code: string; until: string };
  /** Goes to whoever asked for such a letter, where staff do not send it. */
  "organisation-letter-refused": { name: string };
}
export type Template = keyof Templates;

/** Every template, for what walks all of them. */
export const templates = [
  "case-received",
  "case-updated",
  "case-done",
  "tracking-code",
  "payment-receipt",
  "booking-confirmed",
  "booking-cancelled",
  "draft-along",
  "verify-email",
  "choose-password",
  "become-staff",
  "account-exists",
  "reset-password",
  "password-changed",
  "invitation",
  "organisation-code",
  "organisation-letter-refused",
] as const satisfies Template[];

/** What a message may say to an address that nobody has proved: nothing that a person typed, but the council's own note. */
const machineValues = [
  "reference",
  "serviceId",
  "date",
  "words",
  "status",
  "outcome",
  "amount",
  "code",
  "when",
  "until",
  "place",
];

/** Values that open something by themselves: they are kept closed until the message leaves. */
const secretValues = ["code"];

/** The values of a message with those that are secret closed or opened. */
export const turnSecrets = <V extends object>(values: V, turn: (text: string) => string): V =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, secretValues.includes(name) ? turn(String(value)) : value]),
  ) as V;

/** The values of a message that has left. */
export const withoutSecrets = <V extends object>(values: V): Partial<V> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !secretValues.includes(name))) as Partial<V>;

/** Who answers for a message: whose address it goes to is proved, or the council's own people write. Else, anybody. */
export type Trust = "proved" | "council" | undefined;

/** The values of a message without the words of a stranger. */
export const trustedValues = <V extends object>(values: V, trust: Trust): V =>
  trust === "proved"
    ? values
    : (Object.fromEntries(
        Object.entries(values).filter(
          ([name]) => machineValues.includes(name) || (trust === "council" && name === "note"),
        ),
      ) as V);

/** One message, as data. */
export type Message = { [T in Template]: { template: T; values: Templates[T] } }[Template] & {
  to: string;
  /** The reader's language; English where it is none of the portal's. */
  lng: string;
  link?: MessageLink | undefined;
  /** What is to change in the reader's own calendar. */
  calendar?: { method: "PUBLISH" | "CANCEL"; content: string } | undefined;
};

/** A page of the portal. With `secret` its path goes on with the token that is made of it; see `linkToken`. */
export interface MessageLink {
  path: string;
  secret?: string | undefined;
}
