import { For } from "solid-js";
import { redirectToProvider } from "#client/session/provider-redirect.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { ProviderButton } from "#client/layout/providers/provider-button.tsx";
import type { Provider } from "#client/layout/providers/use-providers.ts";
import { texts } from "./texts.ts";

/**
 * Shows a button per sign-in provider. Connecting a provider adds a sign-in method, so it requires reauthentication.
 */
export function ConnectButtons(props: { providers: Provider[] }) {
  const intent = { purpose: "link", next: "/account/linked" } as const;
  return (
    <div class="flex max-w-full flex-wrap gap-2">
      <For each={props.providers}>
        {(provider) => (
          <ProviderButton
            provider={provider}
            label={texts().connect(provider.name)}
            onLeave={(id) =>
              reauthenticated(() => redirectToProvider(id, intent))
            }
          />
        )}
      </For>
    </div>
  );
}
