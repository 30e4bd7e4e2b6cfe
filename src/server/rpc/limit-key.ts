import type { KeyCall } from "#server/core/api-keys/api-keys";
import { DomainError } from "#server/kernel/errors";
import type { Bucket } from "#server/kernel/rate-limits/buckets";
import type { Quota } from "#server/kernel/rate-limits/rate-limits";
import type { Context } from "./context";

/** The limits of a call with an API key: their names in the response headers, and their buckets. */
const LIMITS = [
  ["key", "apiKey"],
  ["organization", "keysOfOrganization"],
] as const satisfies [string, Bucket][];

/**
 * Counts a call with an API key, for the key and for its organization. The response gets the headers `RateLimit-Policy`
 * and `RateLimit` (draft-ietf-httpapi-ratelimit-headers).
 * @throws DomainError RATE_LIMITED
 */
export async function limitKey(
  { response, services }: Pick<Context, "response" | "services">,
  { key, orgId }: KeyCall,
): Promise<void> {
  const keys = { apiKey: key.id, keysOfOrganization: orgId };
  const quotas = await Promise.all(
    LIMITS.map(([, bucket]) => services.limits.measure(bucket, keys[bucket])),
  );
  const list = (describe: (quota: Quota) => string) =>
    quotas
      .map((quota, index) => `"${LIMITS[index]?.[0]}";${describe(quota)}`)
      .join(", ");
  response.limits = {
    "ratelimit-policy": list(({ limit, period }) => `q=${limit};w=${period}`),
    ratelimit: list(({ left, seconds }) => `r=${left};t=${seconds}`),
  };
  const seconds = Math.max(
    ...quotas.map((quota) => (quota.isExceeded ? quota.seconds : 0)),
  );
  if (seconds > 0)
    throw new DomainError(
      "RATE_LIMITED",
      { limit: "requests", seconds },
      { retryAfter: seconds },
    );
}
