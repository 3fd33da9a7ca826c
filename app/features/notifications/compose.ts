import type { Texts } from "../../platform/i18n/i18n.server";
import { isolate } from "../../platform/i18n/isolate";
import { wordsOfOutcome } from "../../services/outcomes";
import { standardKeys } from "../../services/standard";
import type { Message } from "./templates";

/** A message as its reader gets it. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** What a message is composed with, beside its own data. */
export interface Surroundings {
  texts: Texts;
  council: { name: string; phone: string };
  /** The whole address of the message's link. */
  url: string | undefined;
  /** The portal's own address, where its reader has to type it. */
  site?: string;
  /** What it is read in; a letter on paper says nothing of emails and pages. */
  medium?: "email" | "letter";
}

/** Writes a message in the language of `texts`. A paragraph that names a value which is not there is left out. */
export function composeMessage(message: Message, surroundings: Surroundings): Letter {
  const { texts, council, url, medium = "email" } = surroundings;
  const values = wordValues(message, surroundings);
  const raw = (key: string) => texts.templates(`messages:${key}`);
  const paragraphs = [
    values["name"] ? raw("shared.hello-name") : raw("shared.hello"),
    raw(`${message.template}.body`),
    raw(`${message.template}.${medium}`),
  ].flat();
  const parts: Parts = {
    texts,
    values,
    council: council.name,
    subject: oneLine(fill(raw(`${message.template}.subject`)[0] ?? "", values, (value) => value)),
    paragraphs: paragraphs.filter((paragraph) => isComplete(paragraph, values)),
    link: url ? { url, label: raw(`${message.template}.button`)[0] ?? raw("shared.button")[0] ?? url } : undefined,
    signOff: [raw("shared.sign-off"), medium === "email" ? raw("shared.automatic") : []]
      .flat()
      .filter((line) => isComplete(line, values)),
  };
  return { subject: parts.subject, text: writeText(parts), html: writeHtml(parts) };
}

type Values = Record<string, string | undefined>;
interface Parts {
  texts: Texts;
  values: Values;
  council: string;
  subject: string;
  paragraphs: string[];
  link: { url: string; label: string } | undefined;
  signOff: string[];
}

/** The values as words of the reader's language. */
function wordValues({ template, values: data }: Message, { texts, council, site, medium }: Surroundings): Values {
  const values = data as Record<string, string | number | undefined>;
  const given = (name: string) => (values[name] === undefined ? undefined : clean(String(values[name])) || undefined);
  const worded = (name: string, word: (value: string) => string | undefined) => {
    const value = given(name);
    return value === undefined ? undefined : word(value);
  };
  const serviceId = given("serviceId") ?? "";
  // A whole day has no time to name.
  const moment = (iso: string) =>
    iso.length === 10
      ? texts.day(iso)
      : texts.t("messages:shared.when", { day: texts.day(new Date(iso)), time: texts.time(new Date(iso)) });
  return {
    council: council.name,
    // On paper nobody can touch it: it stands in one line, to be read off.
    phone: medium === "letter" ? council.phone.replaceAll(" ", "\u00a0") : council.phone,
    site: site?.replace(/^https:\/\/|\/$/g, ""),
    hours: texts.facts["hours"],
    signatory: texts.facts["signatory"],
    name: given("name"),
    reference: given("reference"),
    code: given("code"),
    note: given("note"),
    place: given("place"),
    service: worded("serviceId", (id) => texts.t(`services/${id}:title`)),
    status: worded("status", (state) => texts.t(`messages:status.${state}`)),
    date: worded("date", texts.day),
    amount: worded("amount", (pence) => texts.money(Number(pence))),
    promise: promiseOf(serviceId, given("words"), worded("date", texts.day), texts),
    said: worded("outcome", (id) => wordsOfOutcome(texts, serviceId, id, "said")) ?? doneOf(template, serviceId, texts),
    more: worded("outcome", (id) => wordsOfOutcome(texts, serviceId, id, "more")),
    when: worded("when", moment),
    until: worded("until", moment),
  };
}

/** What a service promises, as its own pages say it. */
function promiseOf(
  serviceId: string,
  words: string | undefined,
  date: string | undefined,
  texts: Texts,
): string | undefined {
  if (!serviceId || !date) return undefined;
  return texts.first([...standardKeys(serviceId, words, "promise"), "cases:truth.promise"], { date });
}

/** What was done, as the page of the case says it. */
function doneOf(template: Message["template"], serviceId: string, texts: Texts): string | undefined {
  const key = `services/${serviceId}:outcome`;
  return template === "case-done" && texts.has(key) ? texts.t(key) : undefined;
}

const placeholder = /\{\{(\w+)\}\}/g;
const isComplete = (text: string, values: Values) =>
  [...text.matchAll(placeholder)].every(([, name]) => values[name!] !== undefined);
const fill = (text: string, values: Values, wrap: (value: string, name: string) => string) =>
  text.replace(placeholder, (_, name: string) => wrap(values[name] ?? "", name));

/** Without control characters and those that turn the direction of writing; line ends stay. */
const clean = (value: string) =>
  value
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => (character === "\n" ? character : ""))
    .trim();

/** A header is one line: whatever a value holds, it begins no second one. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** What people copy carries no invisible characters. */
const copied = new Set(["reference", "code"]);

function writeText({ texts, values, paragraphs, link, signOff }: Parts): string {
  // A value of the other direction must not carry the punctuation around it away.
  const wrap = (value: string, name: string) =>
    texts.dir === "rtl" && !copied.has(name) ? value.replace(/.+/g, isolate) : value;
  const lines = [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), signOff.join("\n")];
  return `${lines.map((line) => fill(line, values, wrap)).join("\n\n")}\n`;
}

const green = "#0b4f4a";
const font = "font-family:Arial,Helvetica,sans-serif;font-size:18px;line-height:1.5;color:#0b0c0c";

function writeHtml({ texts, values, council, subject, paragraphs, link, signOff }: Parts): string {
  const html = (line: string) =>
    fill(escapeHtml(line), values, (value) => `<bdi>${escapeHtml(value).replaceAll("\n", "<br>")}</bdi>`);
  const { lng, dir } = texts;
  const body = paragraphs.map((line) => `<p style="margin:0 0 18px">${html(line)}</p>`);
  if (link) body.push(button(link.label, link.url));
  return `<!DOCTYPE html>
<html lang="${lng}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f3f6f5">
<div lang="${lng}" dir="${dir}" style="${font};max-width:580px;margin:0 auto;background:#ffffff">
<div style="background:${green};color:#ffffff;padding:18px 24px;font-weight:bold">${escapeHtml(council)}</div>
<div role="main" style="padding:24px">
<h1 style="margin:0 0 18px;font-size:24px;line-height:1.3">${escapeHtml(subject)}</h1>
${body.join("\n")}
<p style="margin:24px 0 0;padding-top:18px;border-top:1px solid #b1b4b6">${signOff.map(html).join("<br>")}</p>
</div>
</div>
</body>
</html>
`;
}

const button = (
  label: string,
  url: string,
) => `<p style="margin:0 0 18px"><a href="${escapeHtml(url)}" style="display:inline-block;background:${green};color:#ffffff;padding:10px 18px;font-weight:bold;text-decoration:none">${escapeHtml(label)}</a></p>
<p style="margin:0 0 18px;font-size:16px;color:#505a5f;overflow-wrap:anywhere"><bdi dir="ltr">${escapeHtml(url)}</bdi></p>`;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character]!);
