import { isReconnecting } from "#client/session/live.ts";
import { Spinner } from "#client/ui/spinner.tsx";
import { ConnectionBanner, createOffline } from "./offline-banner.tsx";
import { texts } from "./texts.ts";

/** A banner that is shown while the page cannot follow the changes of other users, although the browser is online. */
export function ReconnectingBanner() {
  const isOffline = createOffline();
  return (
    <ConnectionBanner
      isShown={isReconnecting() && !isOffline()}
      icon={<Spinner class="size-3.5" />}
    >
      {texts().reconnecting}
    </ConnectionBanner>
  );
}
