import { appRouter } from "#server/features/router";
import type { Reason } from "#server/kernel/reasons";
import { takesKeys } from "#server/features/key-access";
import {
  type DescribedProcedure,
  GENERAL_REASONS,
  reasonsOf,
} from "#server/rpc/reasons-of";

const routes = Object.entries(appRouter._def.procedures)
  .flatMap(([name, procedure]) => {
    // tRPC does not declare the types of `_def`.
    const described = (procedure as unknown as { _def: DescribedProcedure })
      ._def;
    const { type, meta } = described;
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
  const [address = ""] = path.split("?");
  const route = routes.find(
    (one) =>
      one.address.test(address) &&
      (one.method === method || address.startsWith("/trpc/")),
  );
  if (route && !route.reasons.has(reason))
    throw new Error(
      `${route.name} was refused with ${reason}. Add it to the reasons in its rest().`,
    );
}
