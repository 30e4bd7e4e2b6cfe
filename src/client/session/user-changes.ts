import { onCleanup } from "solid-js";
import { api } from "./api";

/** Tells the other tabs of this browser that the user changed. */
const channel =
  typeof BroadcastChannel === "undefined"
    ? undefined
    : new BroadcastChannel("tenantry.session");

/** Clears the cache, which holds the former user's data, and notifies the other tabs. */
export function announceUserChange(): void {
  api.queryClient.clear();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin: its own.
  channel?.postMessage("changed");
}

/** Calls the listener when the user changes in another tab, while the caller is mounted. */
export function onUserChangeInOtherTab(listener: () => void): void {
  channel?.addEventListener("message", listener);
  onCleanup(() => channel?.removeEventListener("message", listener));
}

/** Refetches everything when the user changes in another tab. The frame acts on the answer. */
export function resetOnUserChange(): void {
  onUserChangeInOtherTab(() => void api.queryClient.resetQueries());
}
