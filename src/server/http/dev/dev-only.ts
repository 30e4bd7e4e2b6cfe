import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { unmapped } from "#server/kernel/client-address";
import type { Config } from "#server/kernel/config/config";
import { DomainError } from "#server/kernel/errors";
import { isLoopback } from "#server/kernel/loopback";
import type { RequestState } from "../middleware/request-state";

const FORWARDING = new Set(["forwarded", "via", "x-real-ip"]);

/**
 * Restricts the development pages, which show tokens from mails, to this machine unless `DEV_PAGES` is public. The host
 * name is always checked, because another site could point its own host name at this machine and then read the pages as
 * the same origin.
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

/**
 * Whether the request comes from this machine. A proxy or tunnel on this machine also connects from a loopback address,
 * but adds forwarding headers.
 */
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
