import { createTenantrySolid } from "#sdk/solid";
import { language, PSEUDO } from "#client/lib/language/language.ts";
import { reconcileRows } from "#client/lib/reconcile-rows";
import { createQueryClient } from "./query-client";
import { viewHeaders } from "./view-as-role";

/** The typed client for the server's API, with the query cache of the web app. */
export const api = createTenantrySolid({
  queryClient: createQueryClient(),
  // The pages show at once that a change failed, and the user repeats it.
  retries: 0,
  // The server writes mails to the user in the language of the page.
  headers: () => ({
    ...(language !== PSEUDO && { "accept-language": language }),
    ...viewHeaders(),
  }),
});
reconcileRows(api.queryClient);
