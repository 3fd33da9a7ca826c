// The client's side of HTTP/1.1, kept alive: as little work as will do, so that the client is never what is measured.
import { connect } from "node:net";

const lastChunk = Buffer.from("\r\n0\r\n\r\n");

/** One connection to one server. Requests on it go one after another. */
export class Connection {
  #socket;
  #data = Buffer.alloc(0);
  #waiting;

  constructor(port) {
    this.port = port;
  }

  /**
   * Sends a request and waits for its answer.
   * @param headers lines such as `Cookie: a=b`, each ended with `\r\n`
   * @returns status, headers as text in lower case names, and the body's bytes
   */
  request(method, path, headers = "", body) {
    this.#socket ??= this.#open();
    const length = body === undefined ? "" : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
    const head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.port}\r\n${headers}${length}\r\n`;
    if (typeof body === "string" || body === undefined) this.#socket.write(head + (body ?? ""));
    else {
      // Not joined: a body of many megabytes is sent over many connections from the one copy.
      this.#socket.write(head);
      this.#socket.write(body);
    }
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, started: performance.now() };
    });
  }

  close() {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #open() {
    const socket = connect({ port: this.port, host: "127.0.0.1", noDelay: true });
    const fail = (error) => {
      this.#socket = undefined;
      this.#waiting?.reject(error ?? new Error("The server closed the connection."));
    };
    socket.on("data", (chunk) => this.#take(chunk));
    socket.on("error", fail).on("close", () => fail());
    return socket;
  }

  #take(chunk) {
    // What nobody asked for: the server says that it closes a connection which waited too long.
    if (!this.#waiting) return;
    this.#data = this.#data.length > 0 ? Buffer.concat([this.#data, chunk]) : chunk;
    const end = this.#data.indexOf("\r\n\r\n");
    if (end === -1) return;
    const head = this.#data.latin1Slice(0, end);
    const length = this.#lengthAfter(head, end + 4);
    if (this.#data.length < end + 4 + length) return;
    const body = this.#data.subarray(end + 4, end + 4 + length);
    this.#data = this.#data.subarray(end + 4 + length);
    const { resolve, started } = this.#waiting;
    this.#waiting = undefined;
    resolve({ status: Number(head.slice(9, 12)), head, body, ms: performance.now() - started });
  }

  /** The length of the body behind a head. Of one that comes in chunks, it is known at the end: what is around them is in it. */
  #lengthAfter(head, start) {
    const length = Number(headerOf(head, "content-length") ?? Number.NaN);
    if (!Number.isNaN(length)) return length;
    if (!headerOf(head, "transfer-encoding")) throw new Error(`An answer without a length: ${head}`);
    return this.#data.subarray(-lastChunk.length).equals(lastChunk)
      ? this.#data.length - start
      : Number.POSITIVE_INFINITY;
  }
}

/** A header's value, from the head of an answer. */
export const headerOf = (head, name) => new RegExp(`\\r\\n${name}: (.*)`, "i").exec(head)?.[1];
