import {
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  type Operation,
  splitLink,
  type TRPCLink,
} from "@trpc/client";
import type { AppRouter } from "#server/features/router";
import { type Fetch, FetchEventSource } from "./event-source";
import { createRequest } from "./request";
import { type RetryOptions, retryLink } from "./retry";
import { VERSION } from "./version";

export type { Fetch };

/** The server, and how the client talks to it. */
export interface ConnectionOptions {
  /** The URL of the server, such as `https://app.example.com`. By default, a browser uses the URL of the page. */
  url?: string | undefined;
  headers?: Record<string, string> | (() => Record<string, string>) | undefined;
  /** Replaces the global `fetch`, for example to add a proxy or a cookie jar. */
  fetch?: Fetch | undefined;
  /** After how many milliseconds a request without a complete answer fails; 60,000 by default, and 0 for never. */
  timeout?: number | undefined;
  /** How often a failed call is sent again. */
  retries?: number | undefined;
  /** The longest wait before a retry, in milliseconds. A call that would have to wait longer fails at once. */
  maxRetryWait?: number | undefined;
}

interface Defaults extends RetryOptions {
  /** The name of the client in the header `x-tenantry-client`. */
  name: string;
  /** Whether failed queries are retried here, and not by the cache of the application. */
  retriesQueries: boolean;
}

/** The maximum number of calls that the server accepts in one batch. */
const MAX_ITEMS = 10;
const MAX_URL_LENGTH = 4096;

/** Queries that start at the same time are sent as one request. Each mutation is a request of its own. */
export function createLinks(
  options: ConnectionOptions,
  defaults: Defaults,
): TRPCLink<AppRouter>[] {
  const url = `${(options.url ?? "").replace(/\/+$/, "")}/trpc`;
  const headers = () => headersOf(options, defaults);
  const http = { url, fetch: createRequest(options.fetch, options.timeout) };
  const queries = httpBatchLink({
    ...http,
    headers,
    maxItems: MAX_ITEMS,
    maxURLLength: MAX_URL_LENGTH,
  });
  // Mutations are not batched: they can contain credentials, which the server refuses inside a batch.
  const mutations = httpLink({
    ...http,
    headers: ({ op }) => ({ ...headers(), ...idempotency(op) }),
  });
  const subscriptions = httpSubscriptionLink({
    url,
    EventSource: FetchEventSource,
    eventSourceOptions: () => ({
      fetch: options.fetch ?? globalThis.fetch,
      headers,
    }),
  });
  const { retries = defaults.retries, maxRetryWait = defaults.maxRetryWait } =
    options;
  const retry = retryLink({ retries, maxRetryWait });
  return [
    splitLink({
      condition: ({ type }) => type === "subscription",
      true: subscriptions,
      false: splitLink({
        condition: ({ type }) => type === "mutation",
        true: [retry, mutations],
        false: defaults.retriesQueries ? [retry, queries] : queries,
      }),
    }),
  ];
}

function headersOf({ headers }: ConnectionOptions, { name }: Defaults) {
  return {
    "x-tenantry-client": `${name}/${VERSION}`,
    ...(typeof headers === "function" ? headers() : headers),
  };
}

function idempotency({ context }: Operation): Record<string, string> {
  const { idempotencyKey } = context;
  return typeof idempotencyKey === "string"
    ? { "idempotency-key": idempotencyKey }
    : {};
}
