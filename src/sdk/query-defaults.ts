import { isPassing } from "./errors";

const RETRIES = 3;

/** Tries a query again only when that can help: a refusal stays a refusal. */
export const queryDefaults = {
  retry: (failures: number, error: unknown) =>
    failures < RETRIES && isPassing(error),
};
