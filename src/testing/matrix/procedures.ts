import type {
  AnyTRPCProcedure,
  AnyTRPCSubscriptionProcedure,
  inferProcedureInput,
} from "@trpc/server";
import type { ProcedureMeta } from "#server/rpc/meta";
import { type AppRouter, appRouter } from "#server/features/router";
import type { Actor, Answer, CallOptions } from "../kit/actor";

type Leaves<R, Prefix extends string = ""> = {
  [K in keyof R & string]: R[K] extends AnyTRPCSubscriptionProcedure
    ? never
    : R[K] extends AnyTRPCProcedure
      ? [path: `${Prefix}${K}`, procedure: R[K]]
      : Leaves<R[K], `${Prefix}${K}.`>;
}[keyof R & string];
type Leaf = Leaves<AppRouter["_def"]["record"]>;

/** The path of every query and mutation. A table with this key type does not compile if a procedure has no row. */
export type ProcedurePath = Leaf[0];

export type InputOf<P extends ProcedurePath> = inferProcedureInput<
  Extract<Leaf, [P, unknown]>[1]
>;

export interface Procedure {
  path: ProcedurePath;
  type: "query" | "mutation";
  meta: ProcedureMeta;
}

const all = Object.entries(appRouter._def.procedures).map(
  ([path, procedure]) => {
    const { type, meta } = (procedure as unknown as { _def: Described })._def;
    return { path, type, meta };
  },
);

export const procedures = all.filter(
  ({ type }) => type !== "subscription",
) as Procedure[];

/** The procedures that only members of the organization in the input may call. */
export const inOrganization = procedures.filter(
  ({ path, meta }) =>
    meta.openapi?.path.includes("{org}") && path !== "organizations.restore",
);

/** The paths of the procedures that answer with a stream. Only `src/server/features/live` defines such procedures. */
export const subscriptions: readonly string[] = all
  .filter(({ type }) => type === "subscription")
  .map(({ path }) => path);

type Described = Omit<Procedure, "path" | "type"> & {
  type: Procedure["type"] | "subscription";
};

export function procedureAt(path: ProcedurePath): Procedure {
  const found = procedures.find((procedure) => procedure.path === path);
  if (!found) throw new Error(`The router has no ${path}.`);
  return found;
}

/** Returns the names of the fields in the procedure's input. */
export function fieldsOf(path: ProcedurePath): string[] {
  const found: Record<string, unknown> = appRouter._def.procedures;
  const { inputs } = (found[path] as { _def: { inputs: unknown[] } })._def;
  return inputs.flatMap(fieldNames);
}

function fieldNames(schema: unknown): string[] {
  if (!schema || typeof schema !== "object") return [];
  if ("shape" in schema) return Object.keys(schema.shape as object);
  return "unwrap" in schema && typeof schema.unwrap === "function"
    ? fieldNames(schema.unwrap())
    : [];
}

export const FACES = ["tRPC", "tRPC batch", "REST"] as const;
export type Face = (typeof FACES)[number];

/** Calls a procedure over REST, tRPC or a tRPC batch. */
export function callOver(
  face: Face,
  actor: Actor,
  path: ProcedurePath,
  input: unknown,
): Promise<Answer> {
  const { type } = procedureAt(path);
  if (face === "REST") return callRest(actor, path, input);
  return actor.trpc(type, path, input, { batch: face === "tRPC batch" });
}

/**
 * Calls a procedure at its REST path. Fields that the path contains go into the path, the others into the query or the
 * body.
 */
export function callRest(
  actor: Actor,
  path: ProcedurePath,
  input: unknown,
  options?: CallOptions,
): Promise<Answer> {
  const { openapi } = procedureAt(path).meta;
  if (!openapi) throw new Error(`${path} has no REST address.`);
  const rest = { ...(input as Record<string, unknown> | undefined) };
  const address = openapi.path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = rest[field];
    delete rest[field];
    return encodeURIComponent(String(value));
  });
  if (openapi.method !== "GET" && openapi.method !== "DELETE")
    return actor.call(openapi.method, address, rest, options);
  const query = new URLSearchParams(
    Object.entries(rest).map(([name, value]) => [name, String(value)]),
  );
  return actor.call(
    openapi.method,
    query.size > 0 ? `${address}?${query}` : address,
    undefined,
    options,
  );
}

/** The headers that differ between two equal answers: the request id, the date and what is left of a rate limit. */
const CHANGING = new Set(["x-request-id", "date", "ratelimit"]);

/** Returns the parts of an answer to compare with another answer. */
export function comparable({ status, headers, text }: Answer) {
  const kept = [...headers].filter(([name]) => !CHANGING.has(name));
  return { status, headers: kept, text: withoutRequestId(text) };
}

export function withoutRequestId(text: string): string {
  return text.replace(/"requestId":"[^"]*"/g, '"requestId":""');
}
