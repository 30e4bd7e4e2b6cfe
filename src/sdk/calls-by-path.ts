import type { TRPCUntypedClient } from "@trpc/client";
import type { AppRouter } from "#server/features/router";
import { withOrg } from "./bind";
import type { CallOptions, MutateOptions } from "./calls";
import { iterate } from "./iterate";

/** The client as tRPC offers it: a call names its procedure by the path. */
export type Client = TRPCUntypedClient<AppRouter>;

/**
 * Creates the methods with which a procedure is called.
 * @param org the organization that is added to every input that takes one
 */
export function callsByPath(client: Client, org?: string) {
  const completed = (path: string, input: unknown) =>
    org === undefined ? input : withOrg(path, input, org);
  return {
    query: (path: string, input?: unknown, options?: CallOptions) =>
      client.query(path, completed(path, input), options),
    iterate: (path: string, input?: unknown, options?: CallOptions) =>
      iterate((cursor) => {
        const page = { ...Object(completed(path, input)), cursor };
        return client.query(path, page, options);
      }),
    mutate: (
      path: string,
      input?: unknown,
      { idempotencyKey, signal }: MutateOptions = {},
    ) =>
      client.mutation(path, completed(path, input), {
        context: { idempotencyKey },
        signal,
      }),
    subscribe: (path: string, input: unknown, listener: object) =>
      client.subscription(path, completed(path, input), listener),
  };
}
