import { createTRPCClient, getUntypedClient } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/features/router";
import { callsByPath } from "./calls-by-path";
import { type ConnectionOptions, createLinks } from "./links";
import { procedureProxy } from "./procedure-proxy";
import type { CallsOf, Procedures } from "./router-types";

export type { CallOptions, MutateOptions, SubscriptionListener } from "./calls";
export {
  isOutcomeUnknown,
  isTenantryError,
  reasonOf,
  retryAfterOf,
} from "./errors";
export type { ConnectionOptions } from "./links";
export type { Reason, TenantryError } from "./errors";
export { PLANS, type Plan } from "#shared/plans";
export type { AppRouter };

/** The input of each procedure: `RouterInputs["projects"]["create"]`. */
export type RouterInputs = inferRouterInputs<AppRouter>;
/** The output of each procedure: `RouterOutputs["projects"]["list"]`. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** The typed client: every procedure by its path, with `query`, `iterate`, `mutate` or `subscribe`. */
export type Tenantry = CallsOf<Procedures, false>;

/** The typed client of one organization: the same as `Tenantry`, with inputs without `org`. */
export type OrganizationTenantry = CallsOf<Procedures, true>;

export interface TenantryOptions extends ConnectionOptions {
  /** The URL of the server, such as `https://app.example.com`. */
  url: string;
  /** An API key: calls then act as its owner, and the server ignores cookies. Never send a key to a browser. */
  apiKey?: string | undefined;
  /** The slug or the ID of the organization of all calls. Without it, every call about an organization takes `org`. */
  org?: string | undefined;
}

const DEFAULTS = {
  name: "tenantry",
  retries: 3,
  maxRetryWait: 30_000,
  retriesQueries: true,
};

/**
 * The typed client for programs. Every call throws a `TenantryError` when it fails. Before that, calls that the server
 * could not accept for the moment are sent again (`retries`), changes with the same idempotency key.
 *
 * ```ts
 * const tenantry = createTenantry({
 *   url: process.env.TENANTRY_URL ?? "http://localhost:3000",
 *   apiKey: process.env.TENANTRY_API_KEY,
 *   org: process.env.TENANTRY_ORG ?? "acme",
 * });
 * await tenantry.projects.create.mutate({ name: "Website" });
 * for await (const { name, status } of tenantry.projects.list.iterate())
 *   console.log(name, status);
 * ```
 */
export function createTenantry(
  options: TenantryOptions & { org: string },
): OrganizationTenantry;
export function createTenantry(
  options: TenantryOptions & { org?: undefined },
): Tenantry;
export function createTenantry(options: TenantryOptions): Tenantry {
  const { org, ...connection } = options;
  const client = getUntypedClient(
    createTRPCClient<AppRouter>({
      links: createLinks(
        { ...connection, headers: () => headersOf(options) },
        DEFAULTS,
      ),
    }),
  );
  return procedureProxy(callsByPath(client, org));
}

function headersOf({ url, apiKey, headers = {} }: TenantryOptions) {
  // The server refuses changes without `Origin`. Browsers send this header themselves, other runtimes do not.
  const sent = new Headers({ origin: new URL(url).origin });
  if (apiKey !== undefined) sent.set("authorization", `Bearer ${apiKey}`);
  const given = typeof headers === "function" ? headers() : headers;
  for (const [name, value] of Object.entries(given)) sent.set(name, value);
  return Object.fromEntries(sent);
}
