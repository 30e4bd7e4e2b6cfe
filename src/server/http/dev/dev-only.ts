import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { unmapped } from "#server/kernel/client-address";
import type { Config } from "#server/kernel/config/config";
import { DomainError } from "#server/kernel/errors";
import { isLoopback } from "#server/kernel/loopback";
import type { RequestState } from "../middleware/request-state";

const FORWARDING = new Set(["forwarded", "via", "x-real-ip"]);

/**
 * Restricts the development pages, which show mailed tokens, to this machine unless `DEV_PAGES` is public. The host name is
 * always checked: another site could point its own name at this machine and read the pages as the same origin.
 */
export function devOnly({ devPages, publicUrl }: Config) {
  return createMiddleware<RequestState>(async (c, next) => {
    const { hostname } = new URL(c.req.url);
    const isAnswered =
      devPages === "public"
        ? isLoopback(hostname) || hostname === publicUrl.hostname
        : isLoopback(hostname) && isFromThisMachine(c);
    if (!isAnswered) throw new DomainError("NOT_FOUND");
    await next();
  });
}

/** A proxy or tunnel on this machine also connects by loopback, but sends forwarding headers. */
function isFromThisMachine(c: Context<RequestState>): boolean {
  const { socketAddress } = c.get("state");
  return (
    isLoopback(unmapped(socketAddress)) &&
    ![...c.req.raw.headers.keys()].some(isForwarding)
  );
}

function isForwarding(header: string): boolean {
  return FORWARDING.has(header) || header.startsWith("x-forwarded-");
}
