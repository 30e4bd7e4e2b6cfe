import { type JWTPayload, jwtVerify } from "jose";
import type { Discovered } from "./discovery";
import { ProviderFailure } from "./failure";

const WHAT = "the id token";

/** Only signatures with a private key of the issuer: neither `none` nor the HMAC algorithms, which use the client secret. */
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
  /** The maximum age of the sign-in when the token was issued, in seconds. */
  maxAge: number | undefined;
  /** Whether `auth_time` is required. Google sends it to few clients. */
  isAgeKnown: boolean;
}

/**
 * Verifies an id token: signed by the issuer, for this client, in this sign-in. Returns its claims.
 * @throws ProviderFailure
 */
export async function verifyIdToken(
  token: string,
  { issuer, keys }: Discovered,
  { clientId, nonce, now, maxAge, isAgeKnown }: Expected,
): Promise<JWTPayload & { sub: string }> {
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
 * The user can remove `prompt` and `max_age` from the address, but cannot change the signed token. Both times come from the
 * clock of the provider.
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

// The library's errors contain claims, so only their codes are kept.
function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (!(error instanceof Error)) return new ProviderFailure(WHAT, "invalid");
  const code = "code" in error ? String(error.code) : error.name;
  const claim = "claim" in error ? ` (${String(error.claim)})` : "";
  return new ProviderFailure(WHAT, `${code}${claim}`);
}
