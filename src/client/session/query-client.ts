import { MutationCache, QueryCache, QueryClient } from "@tanstack/solid-query";
import { type Reason, reasonOf } from "#sdk/errors";
import { queryDefaults } from "#sdk/query-defaults";
import { reportLimit } from "./plan-limit";
import { storeSignInHint } from "./sign-in-hint";
import { texts } from "./texts.ts";

declare module "@tanstack/solid-query" {
  interface Register {
    mutationMeta: {
      /** Whether the caller shows the error of the mutation. Otherwise a toast shows the error. */
      showsErrors?: boolean;
    };
  }
}

/** The error reasons after which the cached auth context may be stale. */
const STALE_CONTEXT_REASONS = new Set<Reason>([
  "SIGNED_OUT",
  "SIGN_IN_FIRST",
  "ORGANIZATION_NOT_FOUND",
  "MEMBERSHIP_SUSPENDED",
  "PERMISSION_DENIED",
  "MEMBERSHIP_FROZEN",
  "SECOND_FACTOR_REQUIRED",
]);
const CONTEXT_KEY = ["auth", "context"] as const;

/** Creates the query cache of the web app. A failed mutation shows a toast, unless its caller shows the error. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: queryDefaults },
    queryCache: new QueryCache({
      onSuccess: (_answer, query) => {
        if (isContext(query.queryKey)) storeSignInHint(true);
      },
      onError: (error, query) => {
        if (reasonOf(error) === "SIGNED_OUT") storeSignInHint(false);
        if (!isContext(query.queryKey)) refetchContext(client, error);
        else if (reasonOf(error) === "SIGNED_OUT") removeUnused(client, query);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _input, _kept, mutation) => {
        refetchContext(client, error);
        refetchAll(client, error);
        reportLimit(error);
        if (!mutation.meta?.showsErrors) void showFailure(error);
      },
    }),
  });
  return client;
}

/** Refetches the auth context after an error that may have made it stale. */
function refetchContext(client: QueryClient, error: unknown): void {
  const reason = reasonOf(error);
  if (!reason || !STALE_CONTEXT_REASONS.has(reason)) return;
  void client.invalidateQueries({ queryKey: [CONTEXT_KEY] });
}

/**
 * Refetches all data after a change with an unknown outcome, so that the page shows whether the change was stored.
 */
function refetchAll(client: QueryClient, error: unknown): void {
  if (reasonOf(error) === "OUTCOME_UNKNOWN") void client.invalidateQueries();
}

/** Removes cached data that no page shows. Otherwise the sign-in page would find the former user and redirect. */
function removeUnused(
  client: QueryClient,
  { queryHash }: { queryHash: string },
): void {
  client.removeQueries({
    type: "inactive",
    predicate: (other) => other.queryHash !== queryHash,
  });
}

function isContext([path]: readonly unknown[]): boolean {
  return Array.isArray(path) && path.join(".") === CONTEXT_KEY.join(".");
}

async function showFailure(error: unknown): Promise<void> {
  if (reasonOf(error) === "SIGNED_OUT") return;
  // Toasts are not part of the first load, because they appear only after an action.
  const { toastProblem } = await import("#client/ui/problem-toast.ts");
  toastProblem(texts().queryClient.notSaved, error);
}
