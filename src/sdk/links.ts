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

/** Where the program answers, and what goes along with each request. */
export interface ConnectionOptions {
  /** The address of the program, such as `https://app.example.com`; in a browser, the page's own when left out. */
  url?: string;
  headers?: Record<string, string> | (() => Record<string, string>);
  /** Replaces the global `fetch`, to add a proxy, a cookie jar or a timeout. */
  fetch?: Fetch;
}

/** What the server takes in one batch. */
const MAX_ITEMS = 10;
const MAX_URL_LENGTH = 4096;

/** Queries that start together travel as one request; a mutation always travels alone, a subscription is a stream. */
export function createLinks(options: ConnectionOptions): TRPCLink<AppRouter>[] {
  const http = {
    url: `${(options.url ?? "").replace(/\/+$/, "")}/trpc`,
    fetch: options.fetch,
  };
  const calls = splitLink<AppRouter>({
    // The server refuses a credential inside a batch, and every procedure that takes or gives one is a mutation.
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
