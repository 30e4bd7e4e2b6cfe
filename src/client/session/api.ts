import { createTenantrySolid } from "#sdk/solid";
import { reconcileRows } from "#client/lib/reconcile-rows";
import { createQueryClient } from "./query-client";

/** The typed client for the server's API, with the query cache of the web app. */
export const api = createTenantrySolid({
  queryClient: createQueryClient(),
  // The pages show at once that a change failed, and the user repeats it.
  retries: 0,
});
reconcileRows(api.queryClient);
