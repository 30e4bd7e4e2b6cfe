import type { ProcedureMeta } from "#server/rpc/meta";
import type { Operation } from "./types";

/** Returns the ways in which a call of the procedure can be authenticated. */
export function securityOf(
  path: string,
  { openapi }: ProcedureMeta,
): Operation["security"] {
  if (!openapi?.isProtected) return [];
  return takesKeys(path)
    ? [{ session: [] }, { apiKey: [] }]
    : [{ session: [] }];
}

export function takesKeys(path: string): boolean {
  return path.startsWith("projects.");
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
