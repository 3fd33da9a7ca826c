import { availableParallelism } from "node:os";
import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "scripts/**/*.test.ts"],
    environment: "node",
    // Files share what they import: reading it anew for each of them took a third of the time. No test may leave a mock behind.
    isolate: false,
    // Most tests wait for a database: two cores are best used by two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: "scripts/support/vitest-databases.ts",
    // Speed is for the benchmark to measure: a busy machine fails no test.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
