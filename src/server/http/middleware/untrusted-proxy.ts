import { createMiddleware } from "hono/factory";
import { untrustedProxy } from "#server/kernel/client-address";
import type { Dependencies } from "#server/rpc/context";
import type { RequestState } from "./request-state";

/** Warns once if requests come through a proxy that is not trusted: the rate limits then count all its clients as one. */
export function warnOfUntrustedProxy({ config, log }: Dependencies) {
  let hasWarned = false;
  return createMiddleware<RequestState>(async (c, next) => {
    const forwardedFor = c.req.header("x-forwarded-for");
    if (!hasWarned && forwardedFor !== undefined) {
      const { socketAddress } = c.get("state");
      const { trustedProxies } = config;
      const network = untrustedProxy(
        socketAddress,
        forwardedFor,
        trustedProxies,
      );
      if (network !== undefined) {
        hasWarned = true;
        log.warn(
          `TRUSTED_PROXIES: ${network} sends X-Forwarded-For and is not trusted, so the rate limits count all clients behind it as one. If it is your reverse proxy, add ${network} or its network.`,
        );
      }
    }
    await next();
  });
}
