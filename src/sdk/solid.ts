import { QueryClient } from "@tanstack/solid-query";
import { createTRPCClient, getUntypedClient } from "@trpc/client";
import { createTRPCFlatProxy, createTRPCRecursiveProxy } from "@trpc/server";
import type { AppRouter } from "#server/features/router";
import { type ConnectionOptions, createLinks } from "./links";
import { queryDefaults } from "./query-defaults";
import { createMethods } from "./solid/methods";
import type { TenantrySolid } from "./solid/router-type";

export { skipToken } from "@tanstack/solid-query";
export {
  isOutcomeUnknown,
  isTenantryError,
  reasonOf,
  type TenantryError,
} from "./errors";
export {
  type AuthContext,
  type MemberContext,
  memberContextOf,
} from "./member-context";
export {
  Can,
  OrganizationProvider,
  type OrganizationProviderProps,
  type OrganizationSession,
  useOrganization,
} from "./solid/organization";
export type { TenantrySolid } from "./solid/router-type";

export interface SolidOptions extends ConnectionOptions {
  /** The Solid Query client that caches the answers; by default a new one. */
  queryClient?: QueryClient;
}

/**
 * The typed client for SolidJS, over Solid Query.
 *
 * ```ts
 * const api = createTenantrySolid();
 *
 * export function ProjectCount() {
 *   const projects = api.projects.list.useQuery(() => ({ org: "acme" }));
 *   const create = api.projects.create.useMutation(() => ({
 *     onSettled: () => api.projects.list.invalidate({ org: "acme" }),
 *   }));
 *   const add = () => create.mutate({ org: "acme", name: "Website" });
 *   return { add, count: () => projects.data?.items.length };
 * }
 * ```
 */
export function createTenantrySolid({
  queryClient = new QueryClient({ defaultOptions: { queries: queryDefaults } }),
  ...connection
}: SolidOptions = {}): TenantrySolid {
  const client = createTRPCClient<AppRouter>({
    links: createLinks(connection),
  });
  const call = createMethods(getUntypedClient(client), queryClient);
  const procedures = createTRPCRecursiveProxy<TenantrySolid>(({ path, args }) =>
    call(path.slice(0, -1).join("."), path.at(-1), args),
  );
  return createTRPCFlatProxy<TenantrySolid>((key) =>
    key === "queryClient" ? queryClient : procedures[key],
  );
}
