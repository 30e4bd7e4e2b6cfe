import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type CreateTRPCReact, createTRPCReact } from "@trpc/react-query";
import { createElement, type ReactNode } from "react";
import type { AppRouter } from "#server/features/router";
import { type ConnectionOptions, createLinks } from "./links";
import { queryDefaults } from "./query-defaults";

export { isOutcomeUnknown, isTenantryError, reasonOf } from "./errors";
export type { TenantryError } from "./errors";

export interface ReactOptions extends ConnectionOptions {
  /** The TanStack Query client that caches the answers; by default a new one. */
  queryClient?: QueryClient;
}

export interface TenantryReact {
  /** Every procedure by its path, with its hooks. `api.useUtils()` gives access to the cache. */
  api: CreateTRPCReact<AppRouter, unknown>;
  /** Provides client and cache to the components inside it, for the hooks and for TanStack Query itself. */
  TenantryProvider(props: { children?: ReactNode }): ReactNode;
  queryClient: QueryClient;
}

/**
 * The typed client for React, over TanStack Query. Put `TenantryProvider` around the application.
 *
 * ```ts
 * const { api, TenantryProvider } = createTenantryReact({
 *   url: "https://app.example.com",
 * });
 *
 * function Projects() {
 *   const utils = api.useUtils();
 *   const projects = api.projects.list.useQuery({ org: "acme" });
 *   const create = api.projects.create.useMutation({
 *     onSettled: () => utils.projects.list.invalidate(),
 *   });
 *   const add = () => create.mutate({ org: "acme", name: "Website" });
 *   return createElement("button", { onClick: add }, projects.data?.items.length);
 * }
 *
 * export const app = createElement(
 *   TenantryProvider,
 *   null,
 *   createElement(Projects),
 * );
 * ```
 */
export function createTenantryReact({
  queryClient = new QueryClient({ defaultOptions: { queries: queryDefaults } }),
  ...connection
}: ReactOptions = {}): TenantryReact {
  const api = createTRPCReact<AppRouter>();
  const client = api.createClient({ links: createLinks(connection) });
  return {
    api,
    queryClient,
    TenantryProvider: ({ children }) =>
      createElement(api.Provider, {
        client,
        queryClient,
        children: inCache(queryClient, children),
      }),
  };
}

/** Provides the cache to TanStack Query itself, because tRPC's provider passes it to tRPC's hooks only. */
function inCache(client: QueryClient, children: ReactNode) {
  return createElement(QueryClientProvider, { client }, children);
}
