import type { z } from "zod";
import type { BuiltOutput } from "./built-output";
import type { Context } from "./context";
import type { ProcedureMeta } from "./meta";

/** A procedure that can be called as a function. tRPC's own callers would look it up by its name for every request. */
export interface Procedure {
  (call: {
    ctx: Context;
    path: string;
    type: string;
    signal: undefined;
    batchIndex: number;
    getRawInput: () => Promise<unknown>;
  }): Promise<unknown>;
  _def: {
    type: "query" | "mutation" | "subscription";
    meta?: ProcedureMeta;
    inputs: z.ZodType[];
    output?: z.ZodType | BuiltOutput;
  };
}

interface Call {
  path: string;
  ctx: Context;
  input: unknown;
}

/** Calls a procedure with a context and an input that do not come from tRPC's own format of requests. */
export function callProcedure(
  procedure: Procedure,
  { path, ctx, input }: Call,
): Promise<unknown> {
  return procedure({
    ctx,
    path,
    type: procedure._def.type,
    // The signal is left out: reading it from the request costs 20 µs, and only subscriptions need it.
    signal: undefined,
    batchIndex: 0,
    getRawInput: () => Promise.resolve(input),
  });
}

// tRPC does not declare the types of `_def`.
export function proceduresOf(router: {
  _def: { procedures: object };
}): [path: string, Procedure][] {
  return Object.entries(router._def.procedures) as [string, Procedure][];
}
