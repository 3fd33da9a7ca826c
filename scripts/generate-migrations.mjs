// npm run db:generate -- --name what-changed: frozen SQL for both databases from the tables in db/schema.
import { run } from "./support/prepare.mjs";

for (const dialect of ["sqlite", "postgres"])
  run("drizzle-kit", ["generate", "--config", `db/drizzle.${dialect}.config.ts`, ...process.argv.slice(2)]);
