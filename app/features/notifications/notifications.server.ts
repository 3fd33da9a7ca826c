import { createHash, createHmac } from "node:crypto";
import { Counter } from "prom-client";
import { closeMailServers, sendMail } from "../../integrations/smtp/smtp.server";
import type { Provenance } from "../../platform/actor";
import type { House } from "../../platform/house.server";
import { isLanguage } from "../../platform/i18n/languages";
import { registry } from "../../platform/metrics.server";
import { enqueue, type Handler } from "../../platform/outbox.server";
import { openSealed, sealText } from "../../platform/sealed.server";
import { composeMessage } from "./compose";
import { keepDemoMail } from "./demo-mail.server";
import { mayReach } from "./strangers.server";
import { type Message, type MessageLink, type Trust, trustedValues, turnSecrets } from "./templates";

export { composeMessage } from "./compose";
export { type DemoMail, findDemoMail, hasDemoMail, listDemoMail } from "./demo-mail.server";
export { type Message, turnSecrets, withoutSecrets } from "./templates";

const sent = new Counter({
  name: "messages_sent_total",
  help: "Messages handed to the mail server, by template",
  labelNames: ["template"],
  registers: [registry],
});

/**
 * Writes down that a message is to leave, in the transaction that decides it. Only data is kept; the worker composes
 * the text when it leaves.
 * @param message with `dedupe`, a key for which one message leaves however often it is asked for; and with `trust`, if
 * somebody answers for it: what anybody can have sent is limited, and carries no words of theirs
 * @param by whom it is for, and who caused it
 * @example await sendMessage(house, by, { to, lng, template: "case-received", values: { reference, serviceId, date },
 *   link: { path: `/account/cases/${reference}` } });
 * @returns false where too much went to that address, or came from this caller: it does not leave
 */
export async function sendMessage(
  house: House,
  by: Provenance,
  message: Message & { dedupe?: string; trust?: Trust },
): Promise<boolean> {
  const { dedupe, trust, ...rest } = message;
  if (!trust && !(await mayReach(house, message.to))) return false;
  const seal = (text: string) => sealText(house.config.secret, text);
  const payload = { ...rest, values: turnSecrets(trustedValues(rest.values, trust), seal) };
  const id = dedupe && createHash("sha256").update(`message ${dedupe}`).digest("hex").slice(0, 32);
  await house.db.transaction(() => enqueue(house, by, "message", payload, id ? { id } : {}));
  return true;
}

/**
 * Sends one message over SMTP, or keeps it for `/dev/mail` where no mail server is set. Its Message-ID is the outbox
 * row's, so that a repeat after a crash is known as one.
 * @throws where the mail server does not take it: the outbox tries again later.
 */
export const deliverMessage: Handler = async (house, row) => {
  const kept = row.payload as unknown as Message;
  const values = turnSecrets(kept.values, (sealed) => openSealed(house.config.secret, sealed));
  const message = { ...kept, values } as Message;
  const texts = house.texts(isLanguage(message.lng) ? message.lng : "en");
  const url = message.link && addressOf(house, message.link, texts.link);
  const letter = composeMessage(message, { texts, council: house.config.council, url });
  const { smtpUrl, mailFrom, publicUrl } = house.config;
  if (smtpUrl) {
    const messageId = `<${row.id}@${new URL(publicUrl).hostname}>`;
    const { calendar } = message;
    await sendMail(smtpUrl, { ...letter, calendar, messageId, from: mailFrom, to: message.to, lng: texts.lng });
  } else await keepDemoMail(house, { id: row.id, to: message.to, locale: texts.lng, ...letter });
  sent.inc({ template: message.template });
};

/** Lets go of the connections to mail servers, so that the process can end. */
export const stopDelivery = closeMailServers;

/**
 * The token of a link that proves a mailbox. The outbox keeps the secret's seed only: without the portal's own secret,
 * a copy of the database opens no link.
 */
export const linkToken = (house: House, seed: string): string =>
  createHmac("sha256", house.config.secret).update(`link ${seed}`).digest("base64url");

function addressOf(house: House, { path, secret }: MessageLink, localise: (path: string) => string): string {
  const whole = secret === undefined ? path : `${path}/${linkToken(house, secret)}`;
  return house.config.publicUrl + localise(whole);
}
