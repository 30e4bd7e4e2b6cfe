import { parse as parseCookie } from "hono/utils/cookie";
import type { Context } from "#server/rpc/context";

/** A cookie of this host. Over https, the prefix `__Host-` keeps other hosts and subdomains from setting it. */
export interface HostCookie {
  read(ctx: Context): string | undefined;
  set(ctx: Context, value: string, seconds: number): void;
  clear(ctx: Context): void;
}

/** @param form the format of a valid value; a cookie with any other value is ignored */
export function hostCookie(name: string, form = /^[\w-]{43}$/): HostCookie {
  const nameFor = (ctx: Context) => (isSecure(ctx) ? `__Host-${name}` : name);
  const write = (ctx: Context, value: string, seconds: number) => {
    const secure = isSecure(ctx) ? "; Secure" : "";
    ctx.response.cookies.push(
      `${nameFor(ctx)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`,
    );
  };
  return {
    read(ctx) {
      const value = readCookie(ctx, nameFor(ctx));
      return value !== undefined && form.test(value) ? value : undefined;
    },
    set: write,
    clear: (ctx) => write(ctx, "", 0),
  };
}

function isSecure({ services }: Context): boolean {
  return services.config.publicUrl.protocol === "https:";
}

export function readCookie(context: Context, name: string): string | undefined {
  return parseCookie(context.request.cookieHeader, name)[name];
}
