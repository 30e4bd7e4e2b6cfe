import type { Context } from "#server/rpc/context";
import { newToken } from "#server/kernel/crypto";
import { hostCookie } from "../host-cookie";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** Of how many people a shared browser is known, those who came last. */
const MAX_USERS = 5;

const cookie = hostCookie("device", /^[\w-]{43}(?:\.[\w-]{43}){0,4}$/);

/** What the browser holds: a token for each person it is known of, the newest first. */
export function deviceTokens(ctx: Context): string[] {
  return cookie.read(ctx)?.split(".") ?? [];
}

/**
 * Gives the browser a token of the person's own. It is always made here: whoever put a cookie into somebody else's
 * browser must not know what that person's device is known by.
 * @param replaced what the same person was known by until now
 */
export function addDeviceToken(ctx: Context, replaced?: string): string {
  const token = newToken();
  const others = deviceTokens(ctx).filter((other) => other !== replaced);
  setDeviceTokens(ctx, [token, ...others].slice(0, MAX_USERS));
  return token;
}

/** The cookie lasts for another year. */
export function keepDeviceTokens(ctx: Context): void {
  setDeviceTokens(ctx, deviceTokens(ctx));
}

function setDeviceTokens(ctx: Context, tokens: readonly string[]): void {
  cookie.set(ctx, tokens.join("."), YEAR_SECONDS);
}
