import { createTRPCClient, type TRPCClient } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/features/router";
import { createLinks, type Fetch } from "./links";

export { isOutcomeUnknown, isTenantryError, reasonOf } from "./errors";
export type { Reason, TenantryError } from "./errors";
export { can, PERMISSIONS, ROLES } from "#shared/permissions";
export type { Permission, Role } from "#shared/permissions";
export { PLANS, type Plan } from "#shared/plans";
export type { AppRouter };

/** The input of each procedure: `RouterInputs["projects"]["create"]`. */
export type RouterInputs = inferRouterInputs<AppRouter>;
/** The output of each procedure: `RouterOutputs["projects"]["list"]`. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** The typed client: every procedure by its path, with `query` or `mutate`. */
export type Tenantry = TRPCClient<AppRouter>;

export interface TenantryOptions {
  /** The URL of the server, such as `https://app.example.com`. */
  url: string;
  /** An API key: calls then act as its owner, and the server ignores cookies. */
  apiKey?: string;
  /** Headers to send with every request. They replace headers of the same name that the client sets. */
  headers?: Record<string, string>;
  /** Replaces the global `fetch`, for example to add a proxy, a cookie jar or a timeout. */
  fetch?: Fetch;
}

/**
 * The typed client for programs. Every call throws a `TenantryError` when it fails.
 *
 * ```ts
 * const tenantry = createTenantry({
 *   url: "https://app.example.com",
 *   apiKey: process.env.TENANTRY_API_KEY,
 * });
 *
 * const { items } = await tenantry.projects.list.query({ org: "acme" });
 * try {
 *   await tenantry.projects.create.mutate(
 *     { org: "acme", name: `Website ${items.length + 1}` },
 *     { context: { idempotencyKey: "next-website" } },
 *   );
 * } catch (error) {
 *   if (reasonOf(error) !== "PERMISSION_DENIED") throw error;
 * }
 * ```
 */
export function createTenantry(options: TenantryOptions): Tenantry {
  const { url, fetch } = options;
  return createTRPCClient<AppRouter>({
    links: createLinks({ url, fetch, headers: headersOf(options) }),
  });
}

function headersOf({ url, apiKey, headers = {} }: TenantryOptions) {
  // The server refuses changes without `Origin`. Browsers send this header themselves, other runtimes do not.
  const sent = new Headers({ origin: new URL(url).origin });
  if (apiKey !== undefined) sent.set("authorization", `Bearer ${apiKey}`);
  for (const [name, value] of Object.entries(headers)) sent.set(name, value);
  return Object.fromEntries(sent);
}
