import WifiOff from "lucide-solid/icons/wifi-off";
import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import { texts } from "./texts.ts";

/** A banner that is shown while the browser is offline. */
export function OfflineBanner() {
  const isOffline = createOffline();
  return (
    <ConnectionBanner
      isShown={isOffline()}
      icon={<WifiOff size={14} class="shrink-0" />}
    >
      {texts().offline}
    </ConnectionBanner>
  );
}

/** A line at the top of the page about its connection to the server. */
export function ConnectionBanner(props: {
  isShown: boolean;
  icon: JSX.Element;
  children: JSX.Element;
}) {
  return (
    <div role="status">
      <Show when={props.isShown}>
        <p class="flex items-center justify-center gap-2 border-b border-warning-line bg-warning-soft px-4 py-1.5 text-sm text-warning-ink">
          {props.icon}
          {props.children}
        </p>
      </Show>
    </div>
  );
}

/** Whether the browser is offline. */
export function createOffline() {
  const [isOffline, setOffline] = createSignal(!navigator.onLine);
  const update = () => setOffline(!navigator.onLine);
  window.addEventListener("online", update);
  window.addEventListener("offline", update);
  onCleanup(() => {
    window.removeEventListener("online", update);
    window.removeEventListener("offline", update);
  });
  return isOffline;
}
