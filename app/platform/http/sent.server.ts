import type { IncomingHttpHeaders } from "node:http";

const known = ["content-type", "origin", "accept-language", "if-none-match", "sec-fetch-dest"] as const;

/** A request as it was sent, on its way to a route. */
export class Sent {
  private made: Request | undefined;

  /**
   * @param method GET, HEAD or POST
   * @param url with the path that routes know: without language and organisation
   */
  constructor(
    readonly method: string,
    readonly url: URL,
    private readonly from: IncomingHttpHeaders,
    private readonly form: FormData | undefined,
  ) {}

  /** Whether a script sent it by itself, such as the one that saves what is typed. */
  get isByItself(): boolean {
    return this.from["sec-fetch-dest"] === "empty";
  }

  /** What routes are given. Few look at it, and to make one takes as long as to answer: so it is made for those that do. */
  get request(): Request {
    if (this.made) return this.made;
    this.made = new Request(this.url, { method: this.method, headers: this.headers });
    if (this.form) forms.set(this.made, this.form);
    return this.made;
  }

  /** The same with its form in its body, for a handler that makes a request anew for each route. */
  get carried(): Request {
    const { method, headers, form } = this;
    // Whoever has a body says by itself of which type it is.
    delete headers["content-type"];
    return new Request(this.url, { method, headers, body: form ? bodyOf(form) : null });
  }

  private get headers(): Record<string, string> {
    const headers: Record<string, string> = { host: this.url.host };
    for (const name of known) {
      const value = this.from[name];
      if (typeof value === "string") headers[name] = value;
    }
    return headers;
  }
}

/** Without files as plain pairs, which keep the ends of lines. */
function bodyOf(form: FormData): BodyInit {
  const pairs = [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return pairs.length === [...form].length ? new URLSearchParams(pairs) : form;
}

const forms = new WeakMap<Request, FormData>();

/** The form that came with a request; undefined where none did. */
export const formOf = (request: Request): FormData | undefined => forms.get(request);
