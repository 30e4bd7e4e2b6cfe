import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Dependencies } from "#server/rpc/context";
import { DomainError } from "#server/kernel/errors";
import type { RequestState } from "./middleware/request-state";

const MAX_BODY = 1024 * 1024;

/**
 * Receives webhook messages of the payment provider, which are authenticated by the signature over their bytes. The
 * server answers with success only after the event is stored; otherwise the provider sends the event again.
 */
export function mountWebhooks(
  app: Hono<RequestState>,
  { billing }: Dependencies,
): void {
  const { provider } = billing;
  if (!provider) return;
  const path = `/api/webhooks/${provider.id}`;
  const onError = () => {
    throw new DomainError("PAYLOAD_TOO_LARGE", { maxKiB: MAX_BODY / 1024 });
  };
  app.post(path, bodyLimit({ maxSize: MAX_BODY, onError }), async (c) => {
    c.get("state").route = path;
    const body = new Uint8Array(await c.req.arrayBuffer());
    await billing.receive(body, c.req.raw.headers);
    c.header("cache-control", "no-store");
    return c.json({ received: true });
  });
}
