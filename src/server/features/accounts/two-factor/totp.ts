import { Secret, TOTP } from "otpauth";

const ISSUER = "Tenantry";
const SECRET_BYTES = 20;
const STEP_MS = 30_000;
/** Steps before and after the present one whose codes are taken: clocks differ, and people type slowly. */
const WINDOW = 1;

/** What the person's app is to know, base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The secret as authenticator apps read it from a QR code, under the person's address. */
export function totpUri(secret: string, label: string): string {
  return totp(secret, label).toString();
}

/**
 * The 30-second step whose code this is.
 * @param now milliseconds since 1970 UTC
 */
export function timeStepOf(
  secret: string,
  code: string,
  now: number,
): number | undefined {
  const delta = totp(secret).validate({
    token: code,
    timestamp: now,
    window: WINDOW,
  });
  return delta === null ? undefined : Math.floor(now / STEP_MS) + delta;
}

function totp(secret: string, label = ""): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: STEP_MS / 1000,
  });
}
