export type QueryKind = "query" | "infinite";

export type ProcedureKey = readonly [
  path: readonly string[],
  call?: { input?: unknown; type?: QueryKind },
];

/** Returns the key of the cache entry of a procedure with this exact input. */
export function exactKey(
  path: string,
  input: unknown,
  type: QueryKind,
): ProcedureKey {
  return [path.split("."), input === undefined ? { type } : { input, type }];
}

/** Returns a key that matches every cache entry of a procedure or router whose input contains these fields. */
export function matchingKey(path: string, input?: unknown): ProcedureKey {
  const segments = path === "" ? [] : path.split(".");
  return input === undefined ? [segments] : [segments, { input }];
}
