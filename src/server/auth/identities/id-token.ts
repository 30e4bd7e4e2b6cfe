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
}

/**
 * The claims of an id token that the issuer signed, for this client, in this sign-in.
 * @throws ProviderFailure
 */
export async function verifyIdToken(
  token: string,
  { issuer, keys }: Discovered,
  { clientId, nonce, now }: Expected,
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
  if (payload.nonce !== nonce) throw new ProviderFailure(WHAT, "wrong nonce");
  if (azp !== undefined && azp !== clientId)
    throw new ProviderFailure(WHAT, "made for another client");
  if (typeof sub !== "string" || sub === "" || sub.length > 255)
    throw new ProviderFailure(WHAT, "wrong subject");
  return { ...payload, sub };
}

// The errors of the library carry the claims: only their codes go on.
function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (!(error instanceof Error)) return new ProviderFailure(WHAT, "invalid");
  const code = "code" in error ? String(error.code) : error.name;
  const claim = "claim" in error ? ` (${String(error.claim)})` : "";
  return new ProviderFailure(WHAT, `${code}${claim}`);
}
