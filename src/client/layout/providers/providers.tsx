import { children, For, type JSX, Show } from "solid-js";
import { redirectToProvider } from "#client/session/provider-redirect.ts";
import { ProviderButton } from "./provider-button.tsx";
import { texts } from "./texts.ts";
import { useProviders } from "./use-providers.ts";

/**
 * Buttons for signing in with a provider, if any provider is configured. The buttons are below the form, so that the
 * form does not move when they appear.
 */
export function Providers(props: {
  /** The page to open after signing in. */
  next: string;
  /** Another sign-in method, shown above the providers. */
  children?: JSX.Element;
}) {
  const { items } = useProviders();
  const other = children(() => props.children);
  return (
    <Show when={other() || items().length > 0}>
      <Divider />
      <div class="flex flex-col gap-2.5">
        {other()}
        <For each={items()}>
          {(provider) => (
            <ProviderButton
              provider={provider}
              size="lg"
              onLeave={(id) =>
                redirectToProvider(id, { purpose: "sign-in", next: props.next })
              }
            />
          )}
        </For>
      </div>
    </Show>
  );
}

function Divider() {
  return (
    <p class="my-5 flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {texts().or}
    </p>
  );
}
