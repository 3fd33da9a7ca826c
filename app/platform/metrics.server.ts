import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What the portal counts, in Prometheus's format at `/metrics`. Labels never hold personal data. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const requestSeconds = new Histogram({
  name: "http_request_seconds",
  help: "Time to answer, by route pattern",
  labelNames: ["method", "route", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  registers: [registry],
});

export const databaseWritesFailing = new Gauge({
  name: "database_writes_failing",
  help: "1 while writes fail because the disk is full, or the database is locked, read-only or away",
  registers: [registry],
});

export const databaseWriteFailures = new Counter({
  name: "database_write_failures_total",
  help: "Writes that failed for that reason, by the database's code",
  labelNames: ["code"],
  registers: [registry],
});

export const workRefused = new Counter({
  name: "work_refused_total",
  help: "Jobs that were not done, such as decoding a picture: too many waited (busy), or time was over (too-slow)",
  labelNames: ["fault"],
  registers: [registry],
});

export const uploadsStored = new Gauge({
  name: "uploads_stored_bytes",
  help: "Bytes of files that residents have sent and that are kept, on all nodes together",
  registers: [registry],
});

export const uploadsRefused = new Counter({
  name: "uploads_refused_total",
  help: "Files that were not kept because a quota was used up: draft, sender (a person or a network) or store (all)",
  labelNames: ["quota"],
  registers: [registry],
});

export const submissions = new Counter({
  name: "submissions_total",
  help: "Cases opened, by service",
  labelNames: ["service"],
  registers: [registry],
});

export const outboxWaiting = new Gauge({
  name: "outbox_waiting",
  help: "Outbox rows that are due and not done",
  registers: [registry],
});

export const outboxFailed = new Counter({
  name: "outbox_failures_total",
  help: "Tries of outbox rows that failed, by kind",
  labelNames: ["kind"],
  registers: [registry],
});
