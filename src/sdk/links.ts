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

export type { Fetch };

/** The URL of the server, and the headers to send with each request. */
export interface ConnectionOptions {
  /** The URL of the server, such as `https://app.example.com`. By default, a browser uses the URL of the page. */
  url?: string;
  headers?: Record<string, string> | (() => Record<string, string>);
  /** Replaces the global `fetch`, for example to add a proxy, a cookie jar or a timeout. */
  fetch?: Fetch;
}

/** The maximum number of calls that the server accepts in one batch. */
const MAX_ITEMS = 10;
const MAX_URL_LENGTH = 4096;

/** Queries that start at the same time are sent as one request. Each mutation is a request of its own. */
export function createLinks(options: ConnectionOptions): TRPCLink<AppRouter>[] {
  const http = {
    url: `${(options.url ?? "").replace(/\/+$/, "")}/trpc`,
    fetch: options.fetch,
  };
  const calls = splitLink<AppRouter>({
    // Mutations are not batched: they can contain credentials, which the server refuses inside a batch.
    condition: ({ type }) => type === "mutation",
    true: httpLink({
      ...http,
      headers: ({ op }) => ({ ...headersOf(options), ...idempotency(op) }),
    }),
    false: httpBatchLink({
      ...http,
      headers: () => headersOf(options),
      maxItems: MAX_ITEMS,
      maxURLLength: MAX_URL_LENGTH,
    }),
  });
  return [
    splitLink({
      condition: ({ type }) => type === "subscription",
      true: httpSubscriptionLink({
        url: http.url,
        EventSource: FetchEventSource,
        eventSourceOptions: () => ({
          fetch: options.fetch ?? globalThis.fetch,
          headers: () => headersOf(options),
        }),
      }),
      false: calls,
    }),
  ];
}

function headersOf({ headers }: ConnectionOptions): Record<string, string> {
  return typeof headers === "function" ? headers() : { ...headers };
}

function idempotency({ context }: Operation): Record<string, string> {
  const { idempotencyKey } = context;
  return typeof idempotencyKey === "string"
    ? { "idempotency-key": idempotencyKey }
    : {};
}
