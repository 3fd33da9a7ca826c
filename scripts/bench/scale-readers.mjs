// Those who look at pages, signed in as a browser does it.
import { Connection } from "./http.mjs";
import { Visitor } from "./journey.mjs";

const password = "green-bracken-26";
const pin = "260426";

/** A browser for each kind of reader of a demo. */
export async function signInAll(server) {
  const readers = { guest: newVisitor(server) };
  for (const name of ["resident", "business", "staff", "floorwalker"])
    readers[name] = await signIn(server, `${name}@demo.example`);
  await readers.floorwalker.submit("pin", await readers.floorwalker.get("floor", "/floor"), { pin }, "/floor");
  return readers;
}

const newVisitor = (server) => new Visitor(new Connection(server.port));

async function signIn(server, email) {
  const visitor = newVisitor(server);
  await visitor.submit("sign in", await visitor.get("sign in", "/sign-in"), { email, password }, "/sign-in");
  return visitor;
}
