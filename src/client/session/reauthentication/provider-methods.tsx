import { For, Show } from "solid-js";
import { api } from "../api.ts";
import { Button } from "#client/ui/button.tsx";
import { texts } from "./texts.ts";

/**
 * Buttons for reauthentication with a linked account. Each button sends the user to the provider, which sends them
 * back to this page.
 */
export function ProviderMethods(props: {
  ids: readonly string[];
  onProvider: (id: string) => Promise<unknown>;
}) {
  const providers = api.linkedAccounts.providers.useQuery(undefined, () => ({
    enabled: props.ids.length > 0,
  }));
  const offered = () =>
    providers.isSuccess
      ? providers.data.items.filter(({ id }) => props.ids.includes(id))
      : [];
  return (
    <Show when={offered().length > 0}>
      <For each={offered()}>
        {({ id, name }) => (
          <Button onClick={() => props.onProvider(id)}>
            {texts().continueWith(name)}
          </Button>
        )}
      </For>
      <p class="text-sm text-muted">{texts().comeBack}</p>
    </Show>
  );
}
