import { createTenantrySolid } from "#sdk/solid";
import { reconcileRows } from "#client/lib/reconcile-rows";
import { createQueryClient } from "./query-client";

/** The one typed client of the web app; every page reads and writes through it. */
export const api = createTenantrySolid({ queryClient: createQueryClient() });
reconcileRows(api.queryClient);
