import type { Hono } from "hono";
import type { AppRouter } from "#server/features/router";
import { DomainError } from "#server/kernel/errors";
import { loadOnce } from "#server/kernel/load-once";
import type { Dependencies } from "#server/rpc/context";
import type { RequestState } from "../middleware/request-state";
import { problem } from "../rest/handler";
import { requireOwnHost } from "./require-own-host";

/**
 * Serves the procedures that take API keys as tools over MCP (streamable HTTP). The server is stateless: it has no
 * sessions, and no streams that a client could open with GET. The first request loads the code.
 */
export function mountMcp(
  app: Hono<RequestState>,
  router: AppRouter,
  deps: Dependencies,
): void {
  const endpoint = loadOnce(() => loadEndpoint(router, deps));
  app.post("/mcp", requireOwnHost(deps.config), async (c) => {
    const answer = await endpoint();
    return answer(c);
  });
  app.all("/mcp", (c) => {
    c.get("state").route = "mcp";
    c.header("allow", "POST");
    const error = new DomainError("METHOD_NOT_SUPPORTED", { use: "POST" });
    return problem(c, deps, error);
  });
}

async function loadEndpoint(router: AppRouter, deps: Dependencies) {
  const { createEndpoint } = await import("./endpoint");
  return createEndpoint(router, deps);
}
