import addressParser from "nodemailer/lib/addressparser";
import { z } from "zod";

/** The address that residents use. Links begin at its root: a path would be lost from each of them. */
export const siteAddress = z
  .url({ protocol: /^https?$/, error: "a web address, such as https://myaccount.example.gov.uk" })
  .refine(isAlone, "the address of the portal alone, such as https://myaccount.example.gov.uk, without a path");

function isAlone(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { protocol, host, href } = new URL(text);
  return href === `${protocol}//${host}/`;
}

/** A mail server. What would end an address early stands in a password as it does in any web address. */
export const mailServer = z.url({
  protocol: /^smtps?$/,
  hostname: /./,
  error:
    "an address such as smtp://user:password@mail.example.gov.uk:587, with %2F for / in a password, %23 for #, %3F for ? and %40 for @",
});

/** Whom messages come from: one mailbox, with or without a name. */
export const sender = z.string().refine((text) => {
  const [one, ...more] = addressParser(text, { flatten: true });
  return more.length === 0 && /^[^\s@]+@[^\s@]+$/.test(one?.address ?? "");
}, "one email address, such as MyAccount <myaccount@example.gov.uk>");
