// A thread that sends one body over some connections at once, so that making and sending it keeps nobody else waiting.
import { parentPort, workerData } from "node:worker_threads";
import { Connection } from "./http.mjs";

const { port, path, headers, body, many } = workerData;
const bytes = Buffer.from(body);
const answers = await Promise.all(
  Array.from({ length: many }, async () => {
    const connection = new Connection(port);
    const status = await connection.request("POST", path, headers, bytes).then(
      (answer) => answer.status,
      () => "closed",
    );
    connection.close();
    return status;
  }),
);
parentPort.postMessage([...new Set(answers)]);
