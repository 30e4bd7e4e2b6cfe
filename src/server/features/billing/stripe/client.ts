import { Stripe } from "stripe";
import type { StripeConfig } from "#server/kernel/config/billing";
import { DomainError } from "#server/kernel/errors";

const TIMEOUT_MS = 10_000;

/** @param answer called in place of `fetch` */
export function createClient(
  { secretKey, apiUrl }: Pick<StripeConfig, "secretKey" | "apiUrl">,
  answer?: typeof fetch,
): Stripe {
  const isEncrypted = apiUrl.protocol === "https:";
  const httpClient = answer && Stripe.createFetchHttpClient(answer);
  return new Stripe(secretKey, {
    ...(httpClient && { httpClient }),
    host: apiUrl.hostname,
    port: apiUrl.port || (isEncrypted ? 443 : 80),
    protocol: isEncrypted ? "https" : "http",
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 2,
    telemetry: false,
  });
}

/** What the log needs to find the request at Stripe, or what has to be set up there. */
export interface StripeFailure {
  type: string;
  code?: string | undefined;
  status?: number | undefined;
  stripeRequestId?: string | undefined;
  message?: string;
}

/** Something at Stripe is not as this program needs it; the message says what. */
export class Misconfigured extends Error {}

/** Asks, and turns a failure into one that the caller of the program can act on; what Stripe said is for the log. */
export function createAsk(note: (failure: StripeFailure) => void) {
  return async <R>(request: () => Promise<R>): Promise<R> => {
    try {
      return await request();
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      note(failure);
      throw new DomainError("BILLING_FAILED");
    }
  };
}

function failureOf(error: unknown): StripeFailure | undefined {
  if (error instanceof Misconfigured)
    return { type: "Misconfigured", message: error.message };
  if (!(error instanceof Stripe.errors.StripeError)) return undefined;
  const { type, code, statusCode: status, requestId } = error;
  return { type, code, status, stripeRequestId: requestId };
}

export type Ask = ReturnType<typeof createAsk>;
