import type { KeyCall } from "#server/core/api-keys/api-keys";
import { DomainError } from "#server/kernel/errors";
import type { Quota } from "#server/kernel/rate-limits/rate-limits";
import type { Context } from "./context";

/**
 * Counts a call with an API key, for the key and for its organization. The response gets the headers `RateLimit-Policy`
 * and `RateLimit` (draft-ietf-httpapi-ratelimit-headers). A call over the limit of the key does not count for the
 * organization.
 * @throws DomainError RATE_LIMITED
 */
export async function limitKey(
  { response, services }: Pick<Context, "response" | "services">,
  { key, orgId }: KeyCall,
): Promise<void> {
  const { limits } = services;
  const [ofKey, ofOrganization] = await Promise.all([
    limits.measure("apiKey", key.id),
    limits.measure("keysOfOrganization", orgId),
  ]);
  response.limits = {
    "ratelimit-policy": `"key";${policyOf(ofKey)}, "organization";${policyOf(ofOrganization)}`,
    ratelimit: `"key";${restOf(ofKey)}, "organization";${restOf(ofOrganization)}`,
  };
  // Otherwise a key over its own limit would use up the calls of the other keys of its organization.
  if (ofKey.isExceeded) await limits.giveBack("keysOfOrganization", orgId);
  const seconds = Math.max(waitOf(ofKey), waitOf(ofOrganization));
  if (seconds > 0)
    throw new DomainError(
      "RATE_LIMITED",
      { limit: "requests", seconds },
      { retryAfter: seconds },
    );
}

function policyOf({ limit, period }: Quota): string {
  return `q=${limit};w=${period}`;
}

function restOf({ left, seconds }: Quota): string {
  return `r=${left};t=${seconds}`;
}

function waitOf({ isExceeded, seconds }: Quota): number {
  return isExceeded ? seconds : 0;
}
