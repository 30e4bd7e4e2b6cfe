import { onCleanup } from "solid-js";
import { api } from "./api";

/** Tells the other tabs of this browser that the signed-in user has changed. */
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

/** Calls the listener when the signed-in user changes in another tab, while the calling component is mounted. */
export function onUserChangeInOtherTab(listener: () => void): void {
  channel?.addEventListener("message", listener);
  onCleanup(() => channel?.removeEventListener("message", listener));
}

/** Refetches all data when the signed-in user changes in another tab. */
export function resetOnUserChange(): void {
  onUserChangeInOtherTab(() => void api.queryClient.resetQueries());
}
