export type QueryKind = "query" | "infinite";

export type ProcedureKey = readonly [
  path: readonly string[],
  call?: { input?: unknown; type?: QueryKind },
];

/** The one cache entry of a procedure's input. */
export function exactKey(
  path: string,
  input: unknown,
  type: QueryKind,
): ProcedureKey {
  return [path.split("."), input === undefined ? { type } : { input, type }];
}

/** Every cache entry of a procedure, or of all procedures below a router, whose input holds at least these fields. */
export function matchingKey(path: string, input?: unknown): ProcedureKey {
  const segments = path === "" ? [] : path.split(".");
  return input === undefined ? [segments] : [segments, { input }];
}
