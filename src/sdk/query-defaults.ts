import { isTransient } from "./errors";

const RETRIES = 3;

/** Retries a failed query only if the next try may succeed. */
export const queryDefaults = {
  retry: (failures: number, error: unknown) =>
    failures < RETRIES && isTransient(error),
};
