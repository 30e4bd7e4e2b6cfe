import { parse as parseCookie } from "hono/utils/cookie";
import type { Context } from "#server/rpc/context";

/** A cookie of the program's own, bound to this host: no page of another one, or of a part of it, can set it. */
export interface HostCookie {
  read(ctx: Context): string | undefined;
  /** Set for the given seconds; the answer carries it. */
  set(ctx: Context, value: string, seconds: number): void;
  clear(ctx: Context): void;
}

/** @param form what the program itself writes there; anything else counts as no cookie. */
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
