import { DatabaseUnavailable } from "./database-unavailable";

/**
 * Waits for a response of the database, but not longer than the given time.
 * @throws DatabaseUnavailable when the response takes longer
 */
export function withTimeout<T>(
  milliseconds: number,
  response: Promise<T>,
): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const message = `The database has not responded for ${milliseconds} ms.`;
    late.reject(new DatabaseUnavailable(message, false));
  }, milliseconds);
  return Promise.race([response, late.promise]).finally(() =>
    clearTimeout(timer),
  );
}
