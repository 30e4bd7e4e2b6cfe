import { type Accessor, createEffect, createMemo, onCleanup } from "solid-js";
import type { LiveKind } from "#shared/live";
import { api } from "./api";
import { createRefresh } from "./live-refresh";

/** A tab nobody looks at lets go of its stream: browsers have only so many connections to one address. */
const HIDDEN_FOR_MS = 20_000;
const AGAIN_AFTER_MS = 2_000;
/** Until then a first connection is as old as the page's own answers. */
const PROMPT_MS = 1_000;
const REFUSED_AGAIN_AFTER_MS = 30_000;

/** As long as the caller is shown, what changes in the organization is read anew; nothing without an id. */
export function followChanges(orgId: Accessor<string | undefined>): void {
  const id = createMemo(orgId);
  createEffect(() => {
    const org = id();
    if (org !== undefined) onCleanup(follow(org));
  });
}

/** @returns what ends it */
function follow(org: string): () => void {
  const refresh = createRefresh(api.queryClient);
  let stream: { unsubscribe(): void } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isNew = false;
  let mayHaveMissed = false;
  let askedAt = 0;

  const leave = () => {
    stream?.unsubscribe();
    stream = undefined;
  };
  const later = (milliseconds: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  const hear = (kind: LiveKind) => {
    if (kind === "lost") return comeAgain(AGAIN_AFTER_MS);
    // The first of a connection says that from now on nothing is missed.
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
          if (error) mayHaveMissed = true;
        },
        onData: ({ kind }) => hear(kind),
        onError: () => comeAgain(REFUSED_AGAIN_AFTER_MS),
      },
    );
  };
  const comeAgain = (milliseconds: number) => {
    leave();
    // Whoever has no access any more is told so in place of the page, which ends this.
    refresh.markStale("you");
    later(milliseconds, open);
  };
  const onVisibility = () => {
    if (document.hidden) return later(HIDDEN_FOR_MS, leave);
    clearTimeout(timer);
    open();
  };

  document.addEventListener("visibilitychange", onVisibility);
  open();
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    clearTimeout(timer);
    leave();
    refresh.stop();
  };
}
