import { DatabaseUnavailable } from "./database-unavailable";

/** The answer, unless it takes longer: then it is not waited for any more. */
export function withTimeout<T>(
  milliseconds: number,
  answer: Promise<T>,
): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const message = `The database has not answered for ${milliseconds} ms.`;
    late.reject(new DatabaseUnavailable(message, false));
  }, milliseconds);
  return Promise.race([answer, late.promise]).finally(() =>
    clearTimeout(timer),
  );
}
