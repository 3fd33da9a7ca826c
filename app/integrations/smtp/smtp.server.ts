import { createTransport } from "nodemailer";

export interface Mail {
  /** With its angle brackets. */
  messageId: string;
  from: string;
  /** One bare address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  lng: string;
  /** An iCalendar object, and its method. */
  calendar?: { method: string; content: string } | undefined;
}

const timeout = 10_000;
type Server = ReturnType<typeof connect>;
const servers = new Map<string, Server>();

const connect = (url: string) =>
  createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    // The messages are the portal's own: nothing in them may name a file or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/**
 * Hands one message to a mail server.
 * @param url such as `smtp://user:password@mail.example:587`; connections to it are kept.
 * @throws MailError where the server cannot be reached or does not take the message.
 */
export async function sendMail(url: string, mail: Mail): Promise<void> {
  const { to, lng, calendar, ...letter } = mail;
  if (!isBareAddress(to)) throw new MailError("the address is not one bare address");
  const server = servers.get(url) ?? connect(url);
  servers.set(url, server);
  try {
    await server.sendMail({
      ...letter,
      to: { name: "", address: to },
      ...(calendar && { icalEvent: { ...calendar, filename: "booking.ics" } }),
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "Content-Language": lng },
    });
  } catch (error) {
    throw new MailError(describe(error));
  }
}

/** Ends the kept connections. */
export function closeMailServers(): void {
  for (const server of servers.values()) server.close();
  servers.clear();
}

/** A message that did not leave. It names codes only: a mail server's own words repeat people's addresses. */
export class MailError extends Error {
  constructor(why: string) {
    super(`The mail server did not take a message: ${why}.`);
    this.name = "MailError";
  }
}

/** One address and nothing else: no list, no name, no second line. */
const isBareAddress = (address: string) => /^[^\s\p{Cc}@,;:<>()[\]"\\]+@[^\s\p{Cc}@,;:<>()[\]"\\]+$/u.test(address);

function describe(error: unknown): string {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number };
  return [code, command, responseCode].filter(Boolean).join(" ") || "no reason given";
}
