import type { Context } from "#server/rpc/context";
import { newToken } from "#server/kernel/crypto";
import { hostCookie } from "../host-cookie";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** How many users a shared browser remembers; the most recent ones stay. */
const MAX_USERS = 5;

const cookie = hostCookie("device", /^[\w-]{43}(?:\.[\w-]{43}){0,4}$/);

/** One token for each user that this browser remembers, the newest first. */
export function deviceTokens(ctx: Context): string[] {
  return cookie.read(ctx)?.split(".") ?? [];
}

/**
 * Adds a new token for a user to the cookie. It is never taken from the request: an attacker could have planted the cookie.
 * @param replaced the previous token of the same user
 */
export function addDeviceToken(ctx: Context, replaced?: string): string {
  const token = newToken();
  const others = deviceTokens(ctx).filter((other) => other !== replaced);
  setDeviceTokens(ctx, [token, ...others].slice(0, MAX_USERS));
  return token;
}

/** Extends the cookie by a year. */
export function keepDeviceTokens(ctx: Context): void {
  setDeviceTokens(ctx, deviceTokens(ctx));
}

function setDeviceTokens(ctx: Context, tokens: readonly string[]): void {
  cookie.set(ctx, tokens.join("."), YEAR_SECONDS);
}
