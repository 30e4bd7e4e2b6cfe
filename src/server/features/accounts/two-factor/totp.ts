import type * as Otpauth from "otpauth";
import { lazy } from "#server/kernel/lazy";

const ISSUER = "Tenantry";
const SECRET_BYTES = 20;
const STEP_MS = 30_000;
/** How many time steps before and after the current one are accepted: clocks differ, and typing takes time. */
const WINDOW = 1;

/** Loads the library at the first call, because few requests need it. */
const otpauth = lazy(() => require("otpauth") as typeof Otpauth);

/** Creates a secret for an authenticator app, in base 32. */
export function newTotpSecret(): string {
  const { Secret } = otpauth();
  return new Secret({ size: SECRET_BYTES }).base32;
}

/**
 * Returns the `otpauth:` URI that authenticator apps read from a QR code.
 * @param label the email address of the user
 */
export function totpUri(secret: string, label: string): string {
  return totp(secret, label).toString();
}

/**
 * Returns the number of the 30-second time step that a code belongs to; undefined for a wrong code.
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

function totp(secret: string, label = "") {
  const { Secret, TOTP } = otpauth();
  return new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: STEP_MS / 1000,
  });
}
