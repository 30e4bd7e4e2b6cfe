import { createHmac } from "node:crypto";
import type { DemoEvent } from "#server/features/billing/demo/store";

export interface WebhookMessage {
  body: Uint8Array;
  headers: Headers;
}

/** Makes a webhook message as Stripe sends it: an event as JSON, with a signature over its bytes and the time. */
export function webhookMessage(
  secret: string,
  { id, type, customerId: customer }: DemoEvent,
  sentAt = Date.now(),
): WebhookMessage {
  const object = { object: objectOf(type), customer };
  const created = Math.floor(sentAt / 1000);
  const event = { id, object: "event", type, created, data: { object } };
  return signedMessage(secret, JSON.stringify(event), sentAt);
}

/** Signs a webhook message as Stripe does. @param sentAt milliseconds since 1970 UTC */
export function signedMessage(
  secret: string,
  body: string,
  sentAt = Date.now(),
): WebhookMessage {
  const timestamp = Math.floor(sentAt / 1000);
  const signature = createHmac("sha256", secret)
    .update(`${timestamp}.${body}`)
    .digest("hex");
  const headers = new Headers({
    "stripe-signature": `t=${timestamp},v1=${signature}`,
  });
  return { body: new TextEncoder().encode(body), headers };
}

function objectOf(type: string): string {
  return type.startsWith("customer.subscription")
    ? "subscription"
    : (type.split(".")[0] ?? "");
}
