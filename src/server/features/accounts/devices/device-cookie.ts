import type { Context } from "#server/rpc/context";
import { newToken } from "#server/kernel/crypto";
import { hostCookie } from "../host-cookie";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** The maximum number of users in the device cookie of a shared browser; a further user replaces the oldest. */
const MAX_USERS = 5;

const cookie = hostCookie("device", /^[\w-]{43}(?:\.[\w-]{43}){0,4}$/);

/** Reads the tokens in the device cookie, the newest first. Each belongs to one user of this browser. */
export function deviceTokens(ctx: Context): string[] {
  return cookie.read(ctx)?.split(".") ?? [];
}

/**
 * Creates a token for a user and adds it to the device cookie. A token from the request is never reused, because an
 * attacker could have planted the cookie.
 * @param replaced the previous token of the same user
 */
export function addDeviceToken(ctx: Context, replaced?: string): string {
  const token = newToken();
  const others = deviceTokens(ctx).filter((other) => other !== replaced);
  setDeviceTokens(ctx, [token, ...others].slice(0, MAX_USERS));
  return token;
}

/** Sends the device cookie again, so that it stays valid for another year. */
export function keepDeviceTokens(ctx: Context): void {
  setDeviceTokens(ctx, deviceTokens(ctx));
}

function setDeviceTokens(ctx: Context, tokens: readonly string[]): void {
  cookie.set(ctx, tokens.join("."), YEAR_SECONDS);
}
