/** Returns a function that makes a value at its first call, and then returns the same value. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
