import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { unmapped } from "#server/kernel/client-address";
import type { Config } from "#server/kernel/config/config";
import { DomainError } from "#server/kernel/errors";
import { isLoopback } from "#server/kernel/loopback";
import type { RequestState } from "../middleware/request-state";

const FORWARDING = new Set(["forwarded", "via", "x-real-ip"]);

/**
 * The pages of development show mailed tokens. They answer this machine alone, unless `DEV_PAGES` says otherwise. The
 * name is looked at in any case: any site may point a name of its own at this machine, and read them as the same origin.
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

/** A proxy or a tunnel on this machine has a loopback socket too, but says that it forwards. */
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
