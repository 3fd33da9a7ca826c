// Rounds of load against one server: CPU per request first, since it is steadier than the clock on a busy machine.
import { Connection } from "./http.mjs";

/**
 * Keeps `clients` connections busy for a while.
 * @param work called again and again with a connection; it tells `count` of each request and its ms
 * @returns CPU in microseconds a request, requests and works a second, and the times of all requests
 */
export async function load(server, { clients, ms, work }) {
  const connections = Array.from({ length: clients }, () => new Connection(server.port));
  const times = [];
  let works = 0;
  const before = await server.usage();
  const started = performance.now();
  const until = started + ms;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < until) {
        await work(connection, (_kind, took) => times.push(took));
        works++;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const after = await server.usage();
  for (const connection of connections) connection.close();
  const cpu = after.cpu - before.cpu;
  times.sort((a, b) => a - b);
  return {
    cpu: cpu / times.length,
    cpuPerWork: cpu / works,
    requests: times.length,
    perSecond: times.length / seconds,
    worksPerSecond: works / seconds,
    /** What one core would do were it never waiting, for the disk or for the client. */
    worksPerCore: works / (cpu / 1e6),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

export const quantile = (sorted, at) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))];

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The median of each figure over the rounds. */
export const medians = (rounds) =>
  Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]));
