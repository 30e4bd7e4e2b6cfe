import { QueryClient } from "@tanstack/solid-query";
import { createTRPCClient, getUntypedClient } from "@trpc/client";
import { createTRPCFlatProxy } from "@trpc/server";
import type { AppRouter } from "#server/features/router";
import { type ConnectionOptions, createLinks } from "./links";
import { procedureProxy } from "./procedure-proxy";
import { pageDefaults, queryDefaults } from "./query-defaults";
import { createMethods } from "./solid/methods";
import type { TenantrySolid } from "./solid/router-type";

export { skipToken } from "@tanstack/solid-query";
export {
  isOutcomeUnknown,
  isTenantryError,
  reasonOf,
  retryAfterOf,
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
  queryClient?: QueryClient | undefined;
}

/**
 * The typed client for SolidJS, over Solid Query.
 *
 * ```tsx
 * const api = createTenantrySolid();
 *
 * export function App(props: { org: string }) {
 *   return (
 *     <OrganizationProvider api={api} org={props.org} fallback="Loading …">
 *       <Projects />
 *     </OrganizationProvider>
 *   );
 * }
 *
 * function Projects() {
 *   const { slug, organization } = useOrganization();
 *   const projects = api.projects.list.useQuery(() => ({ org: slug() }));
 *   const create = api.projects.create.useMutation(() => ({
 *     onSuccess: () => api.projects.list.invalidate({ org: slug() }),
 *   }));
 *   return (
 *     <main>
 *       <h1>{organization().name}</h1>
 *       <ul>
 *         <For each={projects.data?.items}>{({ name }) => <li>{name}</li>}</For>
 *       </ul>
 *       <Can permission="project:create">
 *         <button onClick={() => create.mutate({ org: slug(), name: "Website" })}>
 *           New project
 *         </button>
 *       </Can>
 *     </main>
 *   );
 * }
 * ```
 */
export function createTenantrySolid({
  queryClient = new QueryClient({ defaultOptions: { queries: queryDefaults } }),
  ...connection
}: SolidOptions = {}): TenantrySolid {
  const client = createTRPCClient<AppRouter>({
    links: createLinks(connection, {
      name: "tenantry-solid",
      ...pageDefaults,
    }),
  });
  const methods = createMethods(getUntypedClient(client), queryClient);
  const procedures = procedureProxy<TenantrySolid>(methods);
  return createTRPCFlatProxy<TenantrySolid>((key) =>
    key === "queryClient" ? queryClient : procedures[key],
  );
}
