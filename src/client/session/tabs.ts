import { onCleanup } from "solid-js";
import { api } from "../api";

/** Tells the other tabs of this browser that somebody signed in or out. */
const channel =
  typeof BroadcastChannel === "undefined"
    ? undefined
    : new BroadcastChannel("tenantry.session");

/** In the tab where it happened: what was read as somebody else is dropped, and the other tabs are told. */
export function announcePersonChange(): void {
  api.queryClient.clear();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin: its own.
  channel?.postMessage("changed");
}

/** In every other tab: what is shown is read again, and the frame around it acts on the answer. */
export function followOtherTabs(): void {
  const reread = () => {
    api.queryClient.removeQueries({ type: "inactive" });
    void api.queryClient.invalidateQueries();
  };
  channel?.addEventListener("message", reread);
  onCleanup(() => channel?.removeEventListener("message", reread));
}
