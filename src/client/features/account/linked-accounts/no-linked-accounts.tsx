import Link from "lucide-solid/icons/link";
import { Show } from "solid-js";
import { EmptyState } from "#client/ui/empty-state.tsx";
import type { Provider } from "#client/layout/providers/use-providers.ts";
import { ConnectButtons } from "./connect-buttons.tsx";
import { texts } from "./texts.ts";

export function NoLinkedAccounts(props: { providers: Provider[] }) {
  return (
    <Show
      when={props.providers.length > 0}
      fallback={
        <EmptyState icon={<Link size={18} />} title={texts().noProviders}>
          {texts().noProvidersText}
        </EmptyState>
      }
    >
      <EmptyState
        icon={<Link size={18} />}
        title={texts().empty}
        action={<ConnectButtons providers={props.providers} />}
      >
        {texts().emptyText}
      </EmptyState>
    </Show>
  );
}
