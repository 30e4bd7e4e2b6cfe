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

/** The server's URL, and what is sent with each request. */
export interface ConnectionOptions {
  /** The URL of the server, such as `https://app.example.com`; in a browser, the page's own by default. */
  url?: string;
  headers?: Record<string, string> | (() => Record<string, string>);
  /** Replaces the global `fetch`, to add a proxy, a cookie jar or a timeout. */
  fetch?: Fetch;
}

/** The server's limit for one batch. */
const MAX_ITEMS = 10;
const MAX_URL_LENGTH = 4096;

/** Queries that start together are sent as one request. A mutation is sent alone, and a subscription is a stream. */
export function createLinks(options: ConnectionOptions): TRPCLink<AppRouter>[] {
  const http = {
    url: `${(options.url ?? "").replace(/\/+$/, "")}/trpc`,
    fetch: options.fetch,
  };
  const calls = splitLink<AppRouter>({
    // The server refuses credentials inside a batch. Every procedure that accepts or returns one is a mutation.
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
