import { retryWait } from "./retry";

const RETRIES = 3;
/** A visitor of a page does not wait longer than this for the next attempt. */
const PATIENCE_MS = 10_000;

/** Retries a failed query only if the next attempt may succeed. */
export const queryDefaults = {
  retry: (failures: number, error: unknown) =>
    failures < RETRIES && retryWait(error, failures, PATIENCE_MS) !== undefined,
  retryDelay: (failures: number, error: unknown) =>
    retryWait(error, failures, PATIENCE_MS) ?? 0,
};

/** Mutations of a page are retried by the client, and queries by the cache of the page. */
export const pageDefaults = {
  retries: 2,
  maxRetryWait: PATIENCE_MS,
  retriesQueries: false,
};
