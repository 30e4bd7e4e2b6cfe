import { createTenantrySolid } from "#sdk/solid";
import { reconcileRows } from "#client/lib/reconcile-rows";
import { createQueryClient } from "./query-client";

/** The typed client for the server's API, with the query cache of the web app. */
export const api = createTenantrySolid({ queryClient: createQueryClient() });
reconcileRows(api.queryClient);
