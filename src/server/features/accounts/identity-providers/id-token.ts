import type { JWTPayload } from "jose";
import type { Discovered } from "./discovery";
import { ProviderFailure } from "./failure";

const WHAT = "the id token";

/** Algorithms that sign with a private key of the issuer. HMAC signs with the client secret, so it is not allowed. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];
const CLOCKS_DIFFER_SECONDS = 60;

interface Expected {
  clientId: string;
  nonce: string;
  now: number;
  /** The maximum time between the sign-in at the provider and the issue of the id token, in seconds. */
  maxAge: number | undefined;
  /** Whether the id token must contain `auth_time`. Google sends this claim to few clients. */
  isAgeKnown: boolean;
}

/**
 * Verifies that the issuer signed the id token, for this client and for this sign-in. Returns the claims of the token.
 * @throws ProviderFailure
 */
export async function verifyIdToken(
  token: string,
  { issuer, keys }: Discovered,
  { clientId, nonce, now, maxAge, isAgeKnown }: Expected,
): Promise<JWTPayload & { sub: string }> {
  const { jwtVerify } = await import("jose");
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: clientId,
    algorithms: ALGORITHMS,
    requiredClaims: ["sub", "exp", "iat"],
    clockTolerance: CLOCKS_DIFFER_SECONDS,
    currentDate: new Date(now),
  }).catch((error: unknown) => {
    throw failureOf(error);
  });
  const { sub, azp } = payload;
  if (maxAge !== undefined) requireAge(payload, maxAge, isAgeKnown);
  if (payload.nonce !== nonce) throw new ProviderFailure(WHAT, "wrong nonce");
  if (azp !== undefined && azp !== clientId)
    throw new ProviderFailure(WHAT, "made for another client");
  if (typeof sub !== "string" || sub === "" || sub.length > 255)
    throw new ProviderFailure(WHAT, "wrong subject");
  return { ...payload, sub };
}

/**
 * Checks when the user signed in at the provider, by two times of the provider's clock. The user can remove `prompt`
 * and `max_age` from the address of the redirect, but cannot change `auth_time` in the signed token.
 */
function requireAge(
  { auth_time: signedInAt, iat = 0 }: JWTPayload,
  maxAge: number,
  isKnown: boolean,
): void {
  if (signedInAt === undefined && !isKnown) return;
  if (typeof signedInAt !== "number")
    throw new ProviderFailure(WHAT, "without auth_time");
  if (iat - signedInAt > maxAge + CLOCKS_DIFFER_SECONDS)
    throw new ProviderFailure(WHAT, "auth_time before the redirect");
}

// The messages of the library's errors contain claims, so only the error code and the name of the claim are kept.
function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (!(error instanceof Error)) return new ProviderFailure(WHAT, "invalid");
  const code = "code" in error ? String(error.code) : error.name;
  const claim = "claim" in error ? ` (${String(error.claim)})` : "";
  return new ProviderFailure(WHAT, `${code}${claim}`);
}
