import type { MiddlewareHandler } from "hono";
import type { Config } from "#server/kernel/config/config";
import { DomainError } from "#server/kernel/errors";
import { isLoopback } from "#server/kernel/loopback";
import type { RequestState } from "../middleware/request-state";

/**
 * Refuses requests of web pages of other sites, also when the name of such a site resolves to the address of this server
 * (DNS rebinding). A program sends no Origin.
 * @throws DomainError CROSS_ORIGIN, HOST_NOT_ALLOWED
 */
export function requireOwnHost({
  publicUrl: { origin, hostname },
}: Config): MiddlewareHandler<RequestState> {
  return async (c, next) => {
    c.get("state").route = "mcp";
    const from = c.req.header("origin");
    if (from !== undefined && from !== origin)
      throw new DomainError("CROSS_ORIGIN", { origin });
    const host = URL.parse(`http://${c.req.header("host")}`)?.hostname;
    if (host === undefined || (host !== hostname && !isLoopback(host)))
      throw new DomainError("HOST_NOT_ALLOWED", { origin });
    await next();
  };
}
