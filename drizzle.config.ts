import { defineConfig } from "drizzle-kit";

// The dialect "turso" changes columns in place without checking existing rows. "sqlite" rebuilds the table.
export default defineConfig({
  dialect: "sqlite",
  schema: "./src/server/**/*table.ts",
  out: "./drizzle",
});
