// A resident reports a pothole: start page, six pages of questions, check, send, confirmation; without scripts.
import { headerOf } from "./http.mjs";

export const service = "report-pothole";

/** What the resident answers, by step. */
const answers = {
  danger: { danger: "no-danger" },
  place: { "place-place": "", "place-description": "Outside 12 Mill Lane, next to the post box" },
  surface: { surface: "road" },
  "size-and-depth": { size: "medium", depth: "deep" },
  more: { details: "It is about 30 cm wide and cars swerve around it." },
  contact: { name: "Ann Other", email: "ann@example.org", phone: "020 7946 0018" },
};

/** The question page that is measured by itself. */
export const questionStep = "surface";

/** A browser without scripts: a cookie jar on one connection. */
export class Visitor {
  cookie = "";
  #cookies = new Map();

  /** @param seen is told of each request: its kind and how long it took, in ms */
  constructor(connection, seen = () => undefined, extra = "") {
    this.connection = connection;
    this.seen = seen;
    this.extra = extra;
  }

  async send(kind, method, path, headers = "", body) {
    const cookie = this.cookie && `Cookie: ${this.cookie}\r\n`;
    const answer = await this.connection.request(method, path, cookie + this.extra + headers, body);
    if (answer.status >= 400)
      throw new Error(`${method} ${path} was answered with ${answer.status}: ${answer.body.toString().slice(0, 300)}`);
    for (const [, name, value] of answer.head.matchAll(/\r\nset-cookie: ([^=]+)=([^;\r]*)/gi)) {
      this.#cookies.set(name, value);
      this.cookie = [...this.#cookies].map((pair) => pair.join("=")).join("; ");
    }
    this.seen(kind, answer.ms);
    return answer;
  }

  async get(kind, path) {
    const answer = await this.send(kind, "GET", path);
    if (answer.status !== 200)
      throw new Error(`GET ${path} leads to ${headerOf(answer.head, "location")} instead of a page`);
    return answer.body.toString();
  }

  /** Sends the form of a page at a path, with the fields that it holds already. @returns where the answer leads */
  async submit(kind, html, values, path) {
    const forms = html.match(/<form[^>]* method="post"[^>]*>/g) ?? [];
    const form = forms.find((one) => !one.includes("/sign-out"));
    if (!form) throw new Error(`There is no form on ${path}: ${/<title>.*?<\/title>/.exec(html)?.[0]}`);
    const action = /action="([^"]+)"/.exec(form)?.[1].replaceAll("&amp;", "&") ?? path;
    const fields = { ...hiddenFields(html), ...values };
    const multipart = form.includes("multipart/form-data");
    const body = multipart ? multipartOf(fields) : new URLSearchParams(fields).toString();
    const type = multipart ? `multipart/form-data; boundary=${boundary}` : "application/x-www-form-urlencoded";
    const origin = `Origin: http://127.0.0.1:${this.connection.port}\r\nSec-Fetch-Site: same-origin\r\n`;
    const answer = await this.send(kind, "POST", action, `${origin}Content-Type: ${type}\r\n`, body);
    const location = headerOf(answer.head, "location");
    if (answer.status !== 303 || !location) throw new Error(`POST ${action} was not accepted (${answer.status})`);
    return location;
  }
}

function hiddenFields(html) {
  const fields = {};
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? "";
  }
  return fields;
}

const boundary = "----bench7MA4YWxkTrZu0gW";

/** As a browser sends it where no file was chosen: an empty part for it. */
function multipartOf(fields) {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="photos"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n`;
  return `${parts.join("")}${file}--${boundary}--\r\n`;
}

/**
 * The whole journey.
 * @param until a step to stop at, before it is answered
 * @returns the path that was reached last
 */
export async function walkJourney(visitor, until) {
  const start = await visitor.get("start page", `/services/${service}`);
  let path =
    /href="(\/services\/report-pothole\/[^"]+)"[^>]*role="button"|role="button"[^>]*href="(\/services\/report-pothole\/[^"]+)"/
      .exec(start)
      ?.slice(1)
      .find(Boolean);
  if (!path) throw new Error("The start page has no button to start with.");
  for (;;) {
    const step = path.split("/").at(-1);
    const isCheck = step === "check";
    const html = await visitor.get(isCheck ? "check page" : "question page", path);
    if (step === until) return path;
    if (!isCheck && !answers[step]) throw new Error(`The journey has no answers for ${path}`);
    path = await visitor.submit(isCheck ? "send" : "answer", html, answers[step] ?? {}, path);
    if (!isCheck) continue;
    const done = await visitor.get("confirmation", path);
    if (!/[2-9BCDFGHJ-NP-TV-Z]{3}-[2-9BCDFGHJ-NP-TV-Z]{3}-/.test(done))
      throw new Error("The confirmation shows no reference.");
    return path;
  }
}
