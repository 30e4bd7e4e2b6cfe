type Results<T extends readonly unknown[]> = {
  -readonly [K in keyof T]: Awaited<T[K]>;
};

/**
 * Waits for reads that were started together. A remote database gets them in one request.
 * @throws the error of the first read in the list that failed, whichever failed first
 */
export async function together<T extends readonly unknown[] | []>(
  reads: T,
): Promise<Results<T>> {
  const results: unknown[] = [];
  // Every read is awaited once: a query of Drizzle would run again for each `then`.
  for (const outcome of await Promise.allSettled(reads)) {
    if (outcome.status === "rejected") throw outcome.reason;
    results.push(outcome.value);
  }
  // The results have the types of the reads in the same order, which the type of the loop cannot express.
  return results as Results<T>;
}
