import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCReact } from "@trpc/react-query";
import { createElement, type ReactNode } from "react";
import type { AppRouter } from "#server/features/router";
import { type ConnectionOptions, createLinks } from "./links";
import { ApiContext, type ReactApi } from "./react/api";
import { pageDefaults, queryDefaults } from "./query-defaults";

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
export type { ReactApi } from "./react/api";
export {
  Can,
  OrganizationProvider,
  type OrganizationProviderProps,
  type OrganizationSession,
  useOrganization,
} from "./react/organization";

export interface ReactOptions extends ConnectionOptions {
  /** The TanStack Query client that caches the answers; by default a new one. */
  queryClient?: QueryClient | undefined;
}

export interface TenantryReact {
  /** Every procedure by its path, with its hooks. `api.useUtils()` gives access to the cache. */
  api: ReactApi;
  /** Provides client and cache to the components inside it, for the hooks and for TanStack Query itself. */
  TenantryProvider(props: { children?: ReactNode }): ReactNode;
  queryClient: QueryClient;
}

/**
 * The typed client for React, over TanStack Query. Put `TenantryProvider` around the application.
 *
 * ```tsx
 * const { api, TenantryProvider } = createTenantryReact();
 *
 * export function App({ org }: { org: string }) {
 *   return (
 *     <TenantryProvider>
 *       <OrganizationProvider org={org} fallback="Loading …">
 *         <Projects />
 *       </OrganizationProvider>
 *     </TenantryProvider>
 *   );
 * }
 *
 * function Projects() {
 *   const { slug, organization } = useOrganization();
 *   const utils = api.useUtils();
 *   const projects = api.projects.list.useQuery({ org: slug });
 *   const create = api.projects.create.useMutation({
 *     onSuccess: () => utils.projects.list.invalidate({ org: slug }),
 *   });
 *   return (
 *     <main>
 *       <h1>{organization.name}</h1>
 *       <ul>
 *         {projects.data?.items.map(({ id, name }) => (
 *           <li key={id}>{name}</li>
 *         ))}
 *       </ul>
 *       <Can permission="project:create">
 *         <button onClick={() => create.mutate({ org: slug, name: "Website" })}>
 *           New project
 *         </button>
 *       </Can>
 *     </main>
 *   );
 * }
 * ```
 */
export function createTenantryReact({
  queryClient = new QueryClient({ defaultOptions: { queries: queryDefaults } }),
  ...connection
}: ReactOptions = {}): TenantryReact {
  const api = createTRPCReact<AppRouter>();
  const client = api.createClient({
    links: createLinks(connection, {
      name: "tenantry-react",
      ...pageDefaults,
    }),
  });
  return {
    api,
    queryClient,
    TenantryProvider: ({ children }) =>
      createElement(api.Provider, {
        client,
        queryClient,
        children: inCache(
          queryClient,
          createElement(ApiContext.Provider, { value: api }, children),
        ),
      }),
  };
}

/** Provides the cache to TanStack Query itself, because tRPC's provider passes it to tRPC's hooks only. */
function inCache(client: QueryClient, children: ReactNode) {
  return createElement(QueryClientProvider, { client }, children);
}
