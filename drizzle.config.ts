import { defineConfig } from "drizzle-kit";

// The dialect "turso" would change columns in place and leave the old rows unchecked; "sqlite" rebuilds the table.
export default defineConfig({
  dialect: "sqlite",
  schema: "./src/server/**/*table.ts",
  out: "./drizzle",
});
