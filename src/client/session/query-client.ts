import { MutationCache, QueryCache, QueryClient } from "@tanstack/solid-query";
import { type Reason, reasonOf } from "#sdk/errors";
import { queryDefaults } from "#sdk/query-defaults";
import { reportLimit } from "./plan-limit";
import { storeSignInHint } from "./sign-in-hint";
import { texts } from "./texts.ts";

declare module "@tanstack/solid-query" {
  interface Register {
    mutationMeta: {
      /** Whoever started it says what went wrong, at a field or in a toast of its own; else a general toast does. */
      showsErrors?: boolean;
    };
  }
}

/** The refusals after which the reader may not be who, where or what the page takes them for. */
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

/** The cache of the web app: what failed without anybody to show it becomes a toast. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: queryDefaults },
    queryCache: new QueryCache({
      onSuccess: (_answer, query) => {
        if (isContext(query.queryKey)) storeSignInHint(true);
      },
      onError: (error, query) => {
        if (reasonOf(error) === "SIGNED_OUT") storeSignInHint(false);
        if (!isContext(query.queryKey)) rereadContext(client, error);
        else if (reasonOf(error) === "SIGNED_OUT") forgetOthers(client, query);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _input, _kept, mutation) => {
        rereadContext(client, error);
        rereadAll(client, error);
        reportLimit(error);
        if (!mutation.meta?.showsErrors) void showFailure(error);
      },
    }),
  });
  return client;
}

/** A refusal may mean that what the page knows of its reader is old. The frame around the page acts on the answer. */
function rereadContext(client: QueryClient, error: unknown): void {
  const reason = reasonOf(error);
  if (!reason || !STALE_CONTEXT_REASONS.has(reason)) return;
  void client.invalidateQueries({ queryKey: [CONTEXT_KEY] });
}

/** The change may be stored: the page shows whether it is. */
function rereadAll(client: QueryClient, error: unknown): void {
  if (reasonOf(error) === "OUTCOME_UNKNOWN") void client.invalidateQueries();
}

/** What was read before, and no page shows: the sign-in page would take it for somebody who is there, and lead back. */
function forgetOthers(
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
  // Not in the first load: toasts come after something was done.
  const { toastProblem } = await import("#client/ui/problem-toast.ts");
  toastProblem(texts().queryClient.notSaved, error);
}
