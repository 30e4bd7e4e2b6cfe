import { Database } from "bun:sqlite";
import { betterAuth } from "better-auth";
import { organization } from "better-auth/plugins/organization";

/** The rates are counted as in production, but the load does not reach the limit. */
const NO_LIMIT = 1_000_000_000;

/** Creates better-auth with its plugin for organizations, on Bun's own SQLite, which is its fastest database on Bun. */
export function createAuth(path: string, origin: string, secret: string) {
  const database = new Database(path);
  const synchronous = process.env.BENCH_SYNCHRONOUS ?? "NORMAL";
  database.run("pragma journal_mode = wal");
  database.run(`pragma synchronous = ${synchronous}`);
  database.run("pragma foreign_keys = on");
  database.run("pragma temp_store = memory");
  const auth = betterAuth({
    database,
    baseURL: origin,
    secret,
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true },
    rateLimit: {
      enabled: true,
      max: NO_LIMIT,
      customRules: { "/sign-in/*": { window: 10, max: NO_LIMIT } },
    },
    plugins: [organization({ membershipLimit: 10_000 })],
  });
  return { auth, database };
}
