import { createMiddleware } from "hono/factory";
import { clientAddress } from "#server/kernel/client-address";
import type { Dependencies } from "#server/rpc/context";
import type { RequestState } from "./request-state";

/** Limits the requests of a client to paths that are not procedures. */
export function limitClient(
  { config, limits }: Pick<Dependencies, "config" | "limits">,
  bucket: "anonymous" | "picture",
) {
  return createMiddleware<RequestState>(async (c, next) => {
    const { socketAddress } = c.get("state");
    const forwarded = c.req.header("x-forwarded-for") ?? null;
    const address = clientAddress(
      socketAddress,
      forwarded,
      config.trustedProxies,
    );
    await limits.consumeClient(bucket, address);
    await next();
  });
}
