import { type HTMLElement, parse } from "node-html-parser";
import { splitPath } from "../platform/i18n/languages";

export interface Page {
  status: number;
  /** The path and query after all redirects. */
  path: string;
  /** The same without the language and the organisation that is acted for. */
  own: string;
  html: string;
  dom: HTMLElement;
  headers: Headers;
  /** The page's words, white space folded. */
  text: string;
  /** The text of its h1. */
  heading: string;
}

type Fields = Record<string, string | string[] | Blob | Blob[] | undefined>;

/** A browser without scripts, for request tests: it keeps cookies, follows redirects and sends forms as they stand. */
export class Browser {
  readonly cookies = new Map<string, string>();
  page: Page | undefined;

  constructor(private readonly origin: string) {}

  /** Opens a path. */
  async open(path: string): Promise<Page> {
    return this.fetch(path, { method: "GET" });
  }

  /** Sends fields to a path as a form does. */
  async post(path: string, fields: Fields = {}): Promise<Page> {
    return this.fetch(path, { method: "POST", body: encode(fields) });
  }

  /**
   * Sends the form of the current page: what it holds already (hidden fields too), changed by `fields`.
   * @param which a selector, where the page has several forms
   * @throws Error where the page has no such form
   */
  async submit(fields: Fields = {}, which = "main form[method=post]"): Promise<Page> {
    const form = this.page?.dom.querySelector(which);
    if (!form) throw new Error(`There is no form ${which} on ${this.page?.path}: ${this.page?.text.slice(0, 200)}`);
    const own: Fields = readForm(form);
    for (const [name, value] of Object.entries(fields)) own[name] = value;
    const action = form.getAttribute("action") || this.page!.path;
    return this.post(new URL(decode(action), this.origin + this.page!.path).href.slice(this.origin.length), own);
  }

  private async fetch(path: string, init: RequestInit, hops = 0): Promise<Page> {
    const headers: Record<string, string> = { cookie: [...this.cookies].map(([k, v]) => `${k}=${v}`).join("; ") };
    if (init.method === "POST") Object.assign(headers, { origin: this.origin, "sec-fetch-site": "same-origin" });
    const response = await fetch(this.origin + path, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    const location = response.headers.get("location");
    if (location && response.status >= 300 && response.status < 400) {
      if (hops > 10) throw new Error(`Too many redirects, the last to ${location}`);
      await response.arrayBuffer();
      const next = new URL(location, this.origin + path);
      if (next.origin !== this.origin) throw new Error(`A redirect leads outside: ${location}`);
      return this.fetch(next.pathname + next.search, { method: "GET" }, hops + 1);
    }
    const html = await response.text();
    const dom = parse(html);
    const { status } = response;
    const words = (element: HTMLElement | null) =>
      decode(element?.text ?? "")
        .replace(/\s+/g, " ")
        .trim();
    const main = dom.querySelector("main");
    this.page = {
      status,
      path,
      own: splitPath(path).path,
      html,
      dom,
      headers: response.headers,
      text: words(main),
      heading: words(dom.querySelector("h1")),
    };
    return this.page;
  }

  private keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const at = pair.indexOf("=");
    const value = pair.slice(at + 1);
    if (value && !/max-age=0(;|$)/i.test(cookie)) this.cookies.set(pair.slice(0, at), value);
    else this.cookies.delete(pair.slice(0, at));
  }
}

const decode = (text: string) =>
  text.replace(/&amp;|&lt;|&gt;|&quot;|&#x27;|&nbsp;/g, (entity) => entities[entity] ?? entity);
const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&nbsp;": " ",
};

/** What a form would send as it stands. Buttons are left out. */
export function readForm(form: HTMLElement): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  const add = (name: string, value: string) => {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  };
  for (const control of form.querySelectorAll("input, textarea, select")) {
    const name = control.getAttribute("name");
    const type = control.getAttribute("type");
    if (!name || control.hasAttribute("disabled") || type === "file" || type === "submit") continue;
    if ((type === "radio" || type === "checkbox") && !control.hasAttribute("checked")) continue;
    if (control.tagName === "SELECT") {
      const option = control.querySelector("option[selected]") ?? control.querySelector("option");
      add(name, decode(option?.getAttribute("value") ?? ""));
    } else if (control.tagName === "TEXTAREA") add(name, decode(control.text));
    else add(name, decode(control.getAttribute("value") ?? (type === "checkbox" ? "on" : "")));
  }
  return fields;
}

function encode(fields: Fields): URLSearchParams | FormData {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one] as [string, string | Blob]),
  );
  if (pairs.every(([, value]) => typeof value === "string")) return new URLSearchParams(pairs as [string, string][]);
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}
