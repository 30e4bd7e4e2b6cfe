import { type Operation, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "#server/features/router";
import {
  isOutcomeUnknown,
  isTenantryError,
  retryAfterOf,
  statusOf,
} from "./errors";

export interface RetryOptions {
  retries: number;
  maxRetryWait: number;
}

/** The statuses of a server, or of a proxy before it, that may accept the same request a moment later. */
const TRANSIENT: readonly (number | undefined)[] = [429, 502, 503, 504];
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/**
 * Returns for how many milliseconds to wait before a call is sent again; undefined if the next attempt would fail too.
 * The wait is partly random, so that the clients of a restarted server do not come back at the same moment.
 */
export function retryWait(
  error: unknown,
  failures: number,
  longest: number,
): number | undefined {
  if (!isTenantryError(error)) return undefined;
  const status = statusOf(error);
  if (status !== undefined && !TRANSIENT.includes(status)) return undefined;
  const asked = retryAfterOf(error);
  // Such a limit does not depend on the frequency of requests, and the server cannot say when it ends.
  if (status === 429 && error.data && asked === undefined) return undefined;
  if (asked !== undefined) {
    const wait = asked * 1000;
    return wait <= longest ? wait + Math.random() * FIRST_WAIT_MS : undefined;
  }
  const backoff = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
  return Math.min(backoff * (0.5 + Math.random() / 2), longest);
}

/** Sends failed calls again. All attempts of a mutation have the same idempotency key. */
export function retryLink({
  retries,
  maxRetryWait,
}: RetryOptions): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        const call = withIdempotencyKey(op);
        let attempt = { unsubscribe() {} };
        let timer: ReturnType<typeof setTimeout> | undefined;
        const stop = () => {
          clearTimeout(timer);
          attempt.unsubscribe();
        };
        const abort = () => {
          stop();
          observer.error(TRPCClientError.from(asError(op.signal?.reason)));
        };
        const send = (failures: number) => {
          op.signal?.removeEventListener("abort", abort);
          attempt = next(call).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error(error) {
              const wait =
                failures < retries &&
                !op.signal?.aborted &&
                canRepeat(op, error)
                  ? retryWait(error, failures, maxRetryWait)
                  : undefined;
              if (wait === undefined) return observer.error(error);
              op.signal?.addEventListener("abort", abort);
              timer = setTimeout(() => send(failures + 1), wait);
            },
          });
        };
        send(0);
        return () => {
          op.signal?.removeEventListener("abort", abort);
          stop();
        };
      });
}

function withIdempotencyKey(op: Operation): Operation {
  if (op.type !== "mutation" || op.context.idempotencyKey !== undefined)
    return op;
  return { ...op, context: { ...op.context, idempotencyKey: newKey() } };
}

/** Browsers offer `crypto.randomUUID` only to pages with HTTPS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}

/** The routers in which a call may have no caller, such as sign-in. The server stores no response for such a call. */
const WITHOUT_STORED_RESPONSE =
  /^(auth|account|twoFactor|passkeys|linkedAccounts)\./;

function canRepeat({ type, path }: Operation, error: unknown): boolean {
  if (type !== "mutation" || !WITHOUT_STORED_RESPONSE.test(path)) return true;
  return !isOutcomeUnknown(error);
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("Aborted");
}
