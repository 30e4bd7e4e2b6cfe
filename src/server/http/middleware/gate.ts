import type { Context, MiddlewareHandler } from "hono";
import type { Config } from "#server/kernel/config/config";
import { bearerOf } from "#server/rpc/context";
import { DomainError } from "#server/kernel/errors";
import type { RequestState } from "./request-state";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Protects every procedure, including sign-in. Refuses request bodies that are not JSON, and changes from other sites
 * that use the session cookie.
 */
export function gate(config: Config): MiddlewareHandler<RequestState> {
  const origin = config.publicUrl.origin;
  return async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    if (!bearerOf(c.req.header("authorization"))) requireSameOrigin(c, origin);
    requireJson(c);
    return next();
  };
}

/** Requires that a request comes from a page of this site. @throws DomainError `CROSS_ORIGIN` */
export function requireSameOrigin(c: Context, origin: string): void {
  const site = c.req.header("sec-fetch-site");
  const from = c.req.header("origin");
  const crossed =
    (site === undefined && from === undefined) ||
    (site !== undefined && site !== "same-origin") ||
    (from !== undefined && from !== origin);
  if (crossed) throw new DomainError("CROSS_ORIGIN", { origin });
}

function requireJson(c: Context): void {
  const length = Number(c.req.header("content-length") ?? 0);
  const chunked = c.req.header("transfer-encoding") !== undefined;
  const type = c.req.header("content-type");
  const hasBody = length > 0 || chunked;
  // Without this check tRPC would accept form posts, which another site can send without a CORS preflight.
  if ((hasBody || type !== undefined) && mediaType(type) !== "application/json")
    throw new DomainError("UNSUPPORTED_MEDIA_TYPE");
}

function mediaType(header: string | undefined): string | undefined {
  return header?.split(";", 1)[0]?.trim().toLowerCase();
}
