import { type Context, readCookie } from "../context";

// What `newToken` makes. Anything else was not written here, and is not sent back either.
const TOKEN = /^[\w-]{43}$/;

/** The browser that an attempt to sign up was made in, known by a cookie of its own. */
export function signUpBrowser(ctx: Context): string | undefined {
  const value = readCookie(ctx, cookieName(ctx));
  return value !== undefined && TOKEN.test(value) ? value : undefined;
}

export function signUpBrowserCookie(
  ctx: Context,
  value: string,
  seconds: number,
): string {
  const secure = isSecure(ctx) ? "; Secure" : "";
  return `${cookieName(ctx)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

function cookieName(ctx: Context): string {
  return isSecure(ctx) ? "__Host-signup" : "signup";
}

function isSecure({ services }: Context): boolean {
  return services.config.publicUrl.protocol === "https:";
}
