export type QueryKind = "query" | "infinite";

export type ProcedureKey = readonly [
  path: readonly string[],
  call?: { input?: unknown; type?: QueryKind },
];

/** The cache entry of a procedure with an input. */
export function exactKey(
  path: string,
  input: unknown,
  type: QueryKind,
): ProcedureKey {
  return [path.split("."), input === undefined ? { type } : { input, type }];
}

/** Matches every cache entry of a procedure or router whose input contains these fields. */
export function matchingKey(path: string, input?: unknown): ProcedureKey {
  const segments = path === "" ? [] : path.split(".");
  return input === undefined ? [segments] : [segments, { input }];
}
