import WifiOff from "lucide-solid/icons/wifi-off";
import { createSignal, onCleanup, Show } from "solid-js";
import { texts } from "./texts.ts";

/** A banner that is shown while the browser is offline. */
export function OfflineBanner() {
  const [isOffline, setOffline] = createSignal(!navigator.onLine);
  const update = () => setOffline(!navigator.onLine);
  window.addEventListener("online", update);
  window.addEventListener("offline", update);
  onCleanup(() => {
    window.removeEventListener("online", update);
    window.removeEventListener("offline", update);
  });
  return (
    <div role="status">
      <Show when={isOffline()}>
        <p class="flex items-center justify-center gap-2 border-b border-warning-line bg-warning-soft px-4 py-1.5 text-sm text-warning-ink">
          <WifiOff size={14} class="shrink-0" />
          {texts().offline}
        </p>
      </Show>
    </div>
  );
}
