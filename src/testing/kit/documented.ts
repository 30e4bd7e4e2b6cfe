import { appRouter } from "#server/features/router";
import type { Reason } from "#server/kernel/reasons";
import { takesKeys } from "#server/features/key-access";
import { BuiltOutput } from "#server/rpc/built-output";
import {
  type DescribedProcedure,
  GENERAL_REASONS,
  reasonsOf,
} from "#server/rpc/reasons-of";

type Described = DescribedProcedure & { output?: unknown };

const routes = Object.entries(appRouter._def.procedures)
  .flatMap(([name, procedure]) => {
    // tRPC does not declare the types of `_def`.
    const described = (procedure as unknown as { _def: Described })._def;
    const { type, meta, output } = described;
    const { openapi } = meta;
    if (!openapi) return [];
    const pattern = openapi.path.replace(/\{\w+\}/g, "[^/]+");
    return [
      {
        name,
        method: openapi.method,
        address: new RegExp(
          `^(/api${pattern}|/trpc/${name.replace(".", "\\.")})$`,
        ),
        isWithParameter: openapi.path.includes("{"),
        built: output instanceof BuiltOutput ? output.schema : undefined,
        reasons: new Set(reasonsOf({ type, meta, takesKeys: takesKeys(name) })),
      },
    ];
  })
  .toSorted((a, b) => Number(a.isWithParameter) - Number(b.isWithParameter));

/**
 * Expects that the OpenAPI document lists the reason of a refusal. Otherwise `reasons` of the procedure's `rest()` lacks
 * it.
 */
export function expectDocumented(
  method: string,
  path: string,
  text: string,
): void {
  const reason = /"reason":"([A-Z_]+)"/.exec(text)?.[1] as Reason | undefined;
  if (reason === undefined || GENERAL_REASONS.has(reason)) return;
  const route = routeOf(method, path);
  if (route && !route.reasons.has(reason))
    throw new Error(
      `${route.name} was refused with ${reason}. Add it to the reasons in its rest().`,
    );
}

/**
 * Expects that the response of a procedure whose output is not checked is what its schema describes, with no further
 * field.
 */
export function expectAsBuilt(
  method: string,
  path: string,
  text: string,
): void {
  const route = routeOf(method, path);
  if (!route?.built || path.startsWith("/trpc/")) return;
  // A stored response that was shortened is not what the procedure has built.
  if (text.includes('"truncated":true')) return;
  const output: unknown = JSON.parse(text);
  const described = route.built.safeParse(output);
  if (!described.success || !Bun.deepEquals(described.data, output, true))
    throw new Error(
      `The response of ${route.name} is not what its schema describes: ${text}`,
    );
}

function routeOf(method: string, path: string) {
  const [address = ""] = path.split("?");
  return routes.find(
    (one) =>
      one.address.test(address) &&
      (one.method === method || address.startsWith("/trpc/")),
  );
}
