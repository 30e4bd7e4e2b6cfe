import { createTenantrySolid } from "#sdk/solid";
import { keepRows } from "./keep-rows";
import { createQueryClient } from "./session/query-client";

/** The one typed client of the web app; every page reads and writes through it. */
export const api = createTenantrySolid({ queryClient: createQueryClient() });
keepRows(api.queryClient);
