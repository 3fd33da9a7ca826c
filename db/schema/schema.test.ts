import { is, Table } from "drizzle-orm";
import { getTableConfig as postgresConfig } from "drizzle-orm/pg-core";
import { getTableConfig as sqliteConfig } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";
import * as postgres from "./postgres";
import * as sqlite from "./sqlite";

const owners = import.meta.glob(["./*.ts", "!./*.test.ts", "!./{sqlite,postgres,kit}.ts"], { eager: true });

interface Declared {
  sqlite: Record<string, unknown>;
  postgres: Record<string, unknown>;
}
const declared = Object.values(owners).flatMap((file) =>
  Object.values(file as object).filter((one): one is Declared => typeof one === "object" && "sqlite" in one),
);
const tablesOf = (all: object) => Object.values(all).filter((one): one is Table => is(one, Table));

it("exports every declared table for both databases", () => {
  expect(declared.length).toBeGreaterThan(5);
  for (const owner of declared) {
    expect(tablesOf(sqlite)).toEqual(expect.arrayContaining(tablesOf(owner.sqlite)));
    expect(tablesOf(postgres)).toEqual(expect.arrayContaining(tablesOf(owner.postgres)));
  }
});

it("has the same tables, columns and rules in both databases", () => {
  const shape = (config: ReturnType<typeof sqliteConfig> | ReturnType<typeof postgresConfig>) => ({
    name: config.name,
    columns: config.columns.map(({ name, notNull, hasDefault, primary, isUnique }) => ({
      name,
      notNull,
      hasDefault,
      primary,
      isUnique,
    })),
    indexes: config.indexes.map((index) => index.config.name).sort(),
    references: config.foreignKeys.map((key) => key.getName()).sort(),
  });
  const inSqlite = tablesOf(sqlite).map((table) => shape(sqliteConfig(table as never)));
  const inPostgres = tablesOf(postgres).map((table) => shape(postgresConfig(table as never)));
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  expect(inSqlite.sort(byName)).toEqual(inPostgres.sort(byName));
});
