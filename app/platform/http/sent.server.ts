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
    private readonly body: Buffer | null,
  ) {}

  /** Whether a script sent it by itself, such as the one that saves what is typed. */
  get isByItself(): boolean {
    return this.from["sec-fetch-dest"] === "empty";
  }

  /** What routes are given. Few look at it, and to make one takes as long as to answer: so it is made for those that do. */
  get request(): Request {
    if (this.made) return this.made;
    const headers: Record<string, string> = { host: this.url.host };
    for (const name of known) {
      const value = this.from[name];
      if (typeof value === "string") headers[name] = value;
    }
    this.made = new Request(this.url, { method: this.method, headers });
    if (this.body) bodies.set(this.made, this.body);
    return this.made;
  }
}

const bodies = new WeakMap<Request, Buffer>();

/** The bytes that came with a request: a form is read from them at once, not as a stream. */
export const bodyOf = (request: Request): Buffer | undefined => bodies.get(request);
