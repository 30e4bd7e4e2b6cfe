import type { CreateTRPCReact } from "@trpc/react-query";
import { type Context, createContext, useContext } from "react";
import type { AppRouter } from "#server/features/router";

/** Every procedure by its path, with its hooks. `api.useUtils()` gives access to the cache. */
export type ReactApi = CreateTRPCReact<AppRouter, unknown>;

/** The client of the nearest `TenantryProvider`, for the components of this package. */
export const ApiContext: Context<ReactApi | undefined> = createContext<
  ReactApi | undefined
>(undefined);

export function useApi(): ReactApi {
  const api = useContext(ApiContext);
  if (!api) throw new Error("Put a TenantryProvider around this component.");
  return api;
}
