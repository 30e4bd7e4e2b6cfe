import { isTransient } from "./errors";

const RETRIES = 3;

/** Retries a query only where that can help. */
export const queryDefaults = {
  retry: (failures: number, error: unknown) =>
    failures < RETRIES && isTransient(error),
};
