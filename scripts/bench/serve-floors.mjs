// The floors: the least that any server on this stack must do.
// `static`: node:http sends the same bytes. `durable`: one insert into SQLite, on the disk before it answers.
import { createServer } from "node:http";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { answerUsage } from "./answer-usage.mjs";

const [kind, folder] = process.argv.slice(2);
const server = createServer(kind === "static" ? sendPage() : insertRow());
server.listen(0, "127.0.0.1", () => answerUsage(server.address().port, () => server.closeAllConnections()));

function sendPage() {
  const { body, headers } = JSON.parse(process.env["BENCH_PAGE"]);
  const bytes = Buffer.from(body);
  return (_request, response) => response.writeHead(200, { ...headers, "content-length": bytes.length }).end(bytes);
}

function insertRow() {
  const db = new SQLite(join(folder, "floor.sqlite"));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("create table drafts (id integer primary key, body text not null)");
  const insert = db.prepare("insert into drafts (body) values (?)");
  return (request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      insert.run(Buffer.concat(chunks).toString());
      response.writeHead(303, { location: "/next", "content-length": 0 }).end();
    });
  };
}
