import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
} from "solid-js";
import type { LiveKind } from "#shared/live";
import { api } from "./api";
import { createRefresh } from "./live-refresh";

/**
 * After a tab was hidden for this time, it closes its stream, because browsers limit the connections to one origin.
 */
const HIDDEN_FOR_MS = 20_000;
const RECONNECT_AFTER_MS = 2_000;
/**
 * The longest time between connecting and the first message in which the data of the page counts as recent. After a
 * longer time, all data is refetched.
 */
const PROMPT_MS = 1_000;
const RETRY_REFUSED_AFTER_MS = 30_000;

/**
 * How long a lost stream may be away before the page says so. It is longer than a reconnection takes, so that the
 * message does not flash.
 */
const TELL_AFTER_MS = 2_500;

const [isReconnecting, setReconnecting] = createSignal(false);

/** Whether the stream of changes was lost some seconds ago, so that the page may show old data. */
export { isReconnecting };

/**
 * Refetches the data that changes in an organization, while the calling component is mounted. Does nothing while the
 * organization's id is undefined.
 */
export function followChanges(orgId: Accessor<string | undefined>): void {
  const id = createMemo(orgId);
  createEffect(() => {
    const org = id();
    if (org !== undefined) onCleanup(follow(org));
  });
}

/**
 * Follows the changes in an organization.
 *
 * @returns a function that stops following them
 */
function follow(org: string): () => void {
  const refresh = createRefresh(api.queryClient);
  let stream: { unsubscribe(): void } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isNew = false;
  let mayHaveMissed = false;
  let askedAt = 0;
  let telling: ReturnType<typeof setTimeout> | undefined;

  const lose = () => {
    telling ??= setTimeout(() => setReconnecting(true), TELL_AFTER_MS);
  };
  const recover = () => {
    clearTimeout(telling);
    telling = undefined;
    setReconnecting(false);
  };
  const close = () => {
    stream?.unsubscribe();
    stream = undefined;
  };
  const later = (milliseconds: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  const receive = (kind: LiveKind) => {
    if (kind === "lost") return reconnect(RECONNECT_AFTER_MS);
    recover();
    // The first message of a connection says that no later change is missed. Earlier changes may have been missed.
    const isLate = performance.now() - askedAt > PROMPT_MS;
    if (isNew && (mayHaveMissed || isLate)) refresh.all();
    else refresh.markStale(kind);
    isNew = false;
    mayHaveMissed = true;
  };
  const open = () => {
    if (stream || document.hidden) return;
    askedAt = performance.now();
    stream = api.live.changes.subscribe(
      { org },
      {
        onStarted: () => (isNew = true),
        onConnectionStateChange: ({ error }) => {
          if (!error) return;
          mayHaveMissed = true;
          lose();
        },
        onData: ({ kind }) => receive(kind),
        onError: () => reconnect(RETRY_REFUSED_AFTER_MS),
      },
    );
  };
  const reconnect = (milliseconds: number) => {
    close();
    lose();
    // The user may have lost access. Then the refetched auth context replaces the page, which stops this stream.
    refresh.markStale("you");
    later(milliseconds, open);
  };
  const rest = () => {
    close();
    recover();
  };
  const onVisibility = () => {
    if (document.hidden) return later(HIDDEN_FOR_MS, rest);
    clearTimeout(timer);
    open();
  };

  document.addEventListener("visibilitychange", onVisibility);
  open();
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    clearTimeout(timer);
    rest();
    refresh.stop();
  };
}
