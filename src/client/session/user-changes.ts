import { onCleanup } from "solid-js";
import { api } from "./api";

/** Tells the other tabs of this browser that somebody signed in or out. */
const channel =
  typeof BroadcastChannel === "undefined"
    ? undefined
    : new BroadcastChannel("tenantry.session");

/** In the tab where it happened: what was read as somebody else is dropped, and the other tabs are told. */
export function announceUserChange(): void {
  api.queryClient.clear();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin: its own.
  channel?.postMessage("changed");
}

/** Calls back when somebody signed in or out in another tab, as long as the caller is shown. */
export function onUserChangeInOtherTab(listener: () => void): void {
  channel?.addEventListener("message", listener);
  onCleanup(() => channel?.removeEventListener("message", listener));
}

/** What is shown was read as somebody who may be gone: it is dropped and read again, and the frame acts on the answer. */
export function resetOnUserChange(): void {
  onUserChangeInOtherTab(() => void api.queryClient.resetQueries());
}
