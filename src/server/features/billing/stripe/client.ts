import type { Stripe } from "stripe";
import type { StripeConfig } from "#server/kernel/config/billing";
import { DomainError } from "#server/kernel/errors";

const TIMEOUT_MS = 10_000;

/** @param answer a function that is called in place of `fetch` */
export async function createClient(
  { secretKey, apiUrl }: Pick<StripeConfig, "secretKey" | "apiUrl">,
  answer?: typeof fetch,
): Promise<Stripe> {
  const { Stripe: Client } = await import("stripe");
  const isEncrypted = apiUrl.protocol === "https:";
  const httpClient = answer && Client.createFetchHttpClient(answer);
  return new Client(secretKey, {
    ...(httpClient && { httpClient }),
    host: apiUrl.hostname,
    port: apiUrl.port || (isEncrypted ? 443 : 80),
    protocol: isEncrypted ? "https" : "http",
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 2,
    telemetry: false,
  });
}

/** A failed request, as it is logged: the ids to find the request at Stripe, or what must be set up at Stripe. */
export interface StripeFailure {
  type: string;
  code?: string | undefined;
  status?: number | undefined;
  stripeRequestId?: string | undefined;
  message?: string;
}

/** Means that Stripe is not set up as this program needs it. The message says what to change. */
export class StripeMisconfigured extends Error {}

/** Calls Stripe's API; a failure is logged and becomes `BILLING_FAILED`. */
export type CallStripe = <R>(
  request: (stripe: Stripe) => Promise<R>,
) => Promise<R>;

export interface StripeOptions {
  config: StripeConfig;
  /** A function that is called in place of `fetch`. */
  answer?: typeof fetch;
  logFailure: (failure: StripeFailure) => void;
}

/**
 * Stripe's client library is loaded at the first request, because loading the library costs more than the rest of
 * billing.
 */
export function createCall({
  config,
  answer,
  logFailure,
}: StripeOptions): CallStripe {
  let client: Promise<Stripe> | undefined;
  return async (request) => {
    client ??= createClient(config, answer);
    const stripe = await client;
    try {
      return await request(stripe);
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      logFailure(failure);
      throw new DomainError("BILLING_FAILED");
    }
  };
}

function failureOf(error: unknown): StripeFailure | undefined {
  if (error instanceof StripeMisconfigured)
    return { type: "StripeMisconfigured", message: error.message };
  if (!isStripeError(error)) return undefined;
  const { type, code, statusCode: status, requestId } = error;
  return { type, code, status, stripeRequestId: requestId };
}

/** Compares the name of the error's type, because Stripe's error classes are loaded only with the client library. */
export function isStripeError(
  error: unknown,
  type = "Stripe",
): error is Stripe.errors.StripeError {
  return (
    error instanceof Error &&
    "type" in error &&
    String(error.type).startsWith(type)
  );
}
