import http from "node:http";
import type { Logger } from "pino";
import { createApp } from "./http/app";
import { migrationsFolder, openWebFiles } from "./kernel/assets";
import { type Config, ConfigError } from "./kernel/config/config";
import type { Database } from "./kernel/db/client";
import { createReadiness } from "./kernel/db/readiness";
import { adjustRetention } from "./features/audit-log/adjust-retention";
import { expireEvents } from "./features/audit-log/expire-events";
import { notifyExpiringKeys } from "./features/api-keys/expiry-notices";
import {
  notifyMissingStewards,
  notifySeenSecrets,
} from "./features/service-accounts/notices";
import { reverifyDomains } from "./features/domains/reverify";
import { purgeDeleted } from "./features/organizations/purge";
import { startHousekeeping, deleteExpired } from "./housekeeping";
import { createServices, type Services } from "./dependencies";

const DRAIN_MS = 20_000;
/** The maximum size of request headers. It exceeds the app's limit for URLs, so that clients get the app's error. */
const MAX_HEADER_BYTES = 64 * 1024;

export interface RunningServer {
  url: URL;
  services: Services;
  /** Resolves after the first run of housekeeping. */
  firstHousekeeping: Promise<void>;
  /**
   * Stops the server: it reports not ready, stops accepting requests, finishes running requests, stops the outbox, and
   * closes the database.
   */
  stop(): Promise<void>;
}

/**
 * Starts the server on the configured address. The database must be open and migrated.
 * @throws ConfigError when the port is taken
 */
export async function serve(
  config: Config,
  db: Database,
  log: Logger,
  now?: () => number,
): Promise<RunningServer> {
  const services = await createServices(config, db, log, now);
  let draining = false;
  const readiness = createReadiness(db, migrationsFolder);
  const isReady = async () => !draining && (await readiness());
  const app = createApp({
    deps: services.deps,
    web: openWebFiles(),
    health: { isReady },
    demoStripe: services.demoStripe,
  });
  // `Reflect.set` is needed because Bun's types declare this property as read-only.
  Reflect.set(http, "maxHeaderSize", MAX_HEADER_BYTES);
  const server = listen({
    hostname: config.host,
    port: config.port,
    idleTimeout: 60,
    // In development mode Bun prints the error of a failed stream, which can contain data of users.
    development: false,
    fetch: (request, bun) =>
      app.fetch(request, {
        socketAddress: bun.requestIP(request)?.address ?? "",
      }),
    error: (error) => {
      log.error({ err: error }, "unforeseen");
      return new Response("Something went wrong on our side.", { status: 500 });
    },
  });
  services.outbox.wake();
  const { deps } = services;
  const housekeeping = startHousekeeping(
    [
      (at, signal) => deleteExpired(db.client, at, signal),
      (at, signal) => purgeDeleted(db, at, signal),
      (at, signal) => adjustRetention(deps, at, signal),
      (at, signal) => expireEvents(deps, at, signal),
      (at, signal) => notifyExpiringKeys(deps, at, signal),
      (at, signal) => notifyMissingStewards(deps, at, signal),
      (at, signal) => notifySeenSecrets(deps, at, signal),
      (at) => reverifyDomains(deps, at),
      async () => services.demoStripe?.tick(),
      (at) => deps.billing.reconcile(at),
    ],
    log,
    deps.now,
  );

  return {
    url: server.url,
    services,
    firstHousekeeping: housekeeping.firstRun,
    async stop() {
      if (draining) return;
      draining = true;
      // Live streams do not end by themselves, so the server ends them. The pages then reconnect, to another instance
      // if there is one.
      deps.live.drain();
      await Promise.race([server.stop(), Bun.sleep(DRAIN_MS)]);
      await server.stop(true);
      housekeeping.stop();
      services.background.stop();
      await services.outbox.stop();
      await deps.meter.stop();
      await deps.activity.stop();
      deps.limits.close();
      deps.live.close();
      db.close();
    },
  };
}

function listen(options: Bun.Serve.Options<undefined> & { port: number }) {
  try {
    return Bun.serve(options);
  } catch (error) {
    if (!(
      error instanceof Error &&
      "code" in error &&
      error.code === "EADDRINUSE"
    ))
      throw error;
    throw new ConfigError(
      `PORT: ${options.port} is in use by another program; stop that one, or choose another port`,
    );
  }
}
