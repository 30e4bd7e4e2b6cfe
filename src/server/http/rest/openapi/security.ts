import type { DescribedProcedure } from "#server/rpc/reasons-of";
import type { Operation } from "./types";

/** Returns the ways in which a call of the procedure can be authenticated. */
export function securityOf({
  meta,
  takesKeys,
}: DescribedProcedure): Operation["security"] {
  if (meta.access === "key") return [{ apiKey: [] }];
  if (!meta.openapi?.isProtected) return [];
  return takesKeys ? [{ session: [] }, { apiKey: [] }] : [{ session: [] }];
}

export function securitySchemes(cookieName: string): Record<string, object> {
  return {
    session: {
      type: "apiKey",
      in: "cookie",
      name: cookieName,
      description:
        "The cookie of a signed-in browser. A request that changes something must come from the same origin.",
    },
    apiKey: {
      type: "http",
      scheme: "bearer",
      description:
        "An API key of an organization. Cookies are ignored, and no `Origin` is needed.",
    },
  };
}
