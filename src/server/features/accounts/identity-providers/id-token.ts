import { type JWTPayload, jwtVerify } from "jose";
import type { Discovered } from "./discovery";
import { ProviderFailure } from "./failure";

const WHAT = "the id token";

/** Signed with a key that only the issuer has: neither `none`, nor anything made with the secret of a client. */
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
  /** How many seconds before the token was made the person may have signed in, at most. */
  maxAge: number | undefined;
  /** Whether the provider must say when that was. Google does so for few clients. */
  isAgeKnown: boolean;
}

/**
 * The claims of an id token that the issuer signed, for this client, in this sign-in.
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
 * The person can take `prompt` and `max_age` out of the address on the way to the provider; what it signed they cannot
 * change. Both moments are by the provider's clock.
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
    throw new ProviderFailure(WHAT, "auth_time before the proof was asked for");
}

// The errors of the library carry the claims: only their codes go on.
function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (!(error instanceof Error)) return new ProviderFailure(WHAT, "invalid");
  const code = "code" in error ? String(error.code) : error.name;
  const claim = "claim" in error ? ` (${String(error.claim)})` : "";
  return new ProviderFailure(WHAT, `${code}${claim}`);
}
