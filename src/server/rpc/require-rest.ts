import { DomainError } from "#server/kernel/errors";
import type { RequestFacts } from "./context";

/**
 * Refuses calls through tRPC, because tRPC cannot return a stream of text.
 * @param path the REST path of the procedure
 * @throws DomainError METHOD_NOT_SUPPORTED
 */
export function requireRest(
  { operation }: Pick<RequestFacts, "operation">,
  path: `/${string}`,
): void {
  if (operation === undefined)
    throw new DomainError("METHOD_NOT_SUPPORTED", { use: `GET /api${path}` });
}
