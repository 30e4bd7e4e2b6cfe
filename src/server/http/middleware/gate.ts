import type { Context, MiddlewareHandler } from "hono";
import type { Config } from "#server/kernel/config/config";
import { bearerOf } from "#server/rpc/context";
import { DomainError } from "#server/kernel/errors";
import type { RequestState } from "./request-state";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Protects every procedure, including sign-in: refuses bodies that are not JSON, and cross-site changes that use the cookie.
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

/** @throws DomainError CROSS_ORIGIN */
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
  // tRPC would accept a form post, which browsers send to other sites without a preflight.
  if ((hasBody || type !== undefined) && mediaType(type) !== "application/json")
    throw new DomainError("UNSUPPORTED_MEDIA_TYPE");
}

function mediaType(header: string | undefined): string | undefined {
  return header?.split(";", 1)[0]?.trim().toLowerCase();
}
