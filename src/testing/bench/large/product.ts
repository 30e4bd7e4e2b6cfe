/**
 * Starts the product with a large organization in a separate process. Prints the address and other facts as one line of
 * JSON.
 */
import { startServer } from "#testing/kit/server";
import { buildLarge } from "./build";

const server = await startServer({ LOG_LEVEL: "info" });
const ana = await server.person("Ana");
const started = performance.now();
const now = Date.now();
await buildLarge(server.db.client, ana.id, now);
process.stderr.write(
  `${JSON.stringify({
    origin: server.url.origin,
    database: server.config.database.url,
    cookie: ana.cookie,
    anaId: ana.id,
    now,
    built: performance.now() - started,
  })}\n`,
);
process.once("SIGTERM", () => void server.stop().then(() => process.exit(0)));
