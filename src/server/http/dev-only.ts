import { isIP } from "node:net";
import { createMiddleware } from "hono/factory";
import type { Config } from "../config";
import { DomainError } from "../errors";
import type { RequestState } from "./request-state";

/**
 * The pages of development show mailed tokens to whoever asks. Any site may point a name of its own at this machine and
 * then read them as a page of the same origin, so only names that nobody else can own are answered.
 */
export function devOnly({ publicUrl }: Config) {
  return createMiddleware<RequestState>(async (c, next) => {
    const { hostname } = new URL(c.req.url);
    if (!isOwn(hostname) && hostname !== publicUrl.hostname)
      throw new DomainError("NOT_FOUND");
    await next();
  });
}

function isOwn(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, "");
  return hostname === "localhost" || isIP(address) !== 0;
}
