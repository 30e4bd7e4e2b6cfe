import { Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import type { ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";
import { useAccountActions } from "./use-account-actions.ts";

/** Says what is wrong with a service account, and offers the remedy. */
export function AccountCallouts(props: { account: ServiceAccount }) {
  const actions = useAccountActions();
  return (
    <>
      <Show when={props.account.suspendedAt}>
        <Callout
          class="mb-6"
          tone="warning"
          title={texts().page.suspendedTitle}
          action={
            <Button
              size="sm"
              onClick={() => actions.reactivate({ ...props.account })}
            >
              {texts().menu.reactivate}
            </Button>
          }
        >
          {texts().page.suspendedText}
        </Callout>
      </Show>
      <Show when={!props.account.steward}>
        <Callout
          class="mb-6"
          tone="warning"
          title={texts().page.noStewardTitle}
          action={
            <Button
              size="sm"
              onClick={() => actions.takeOver({ ...props.account })}
            >
              {texts().menu.takeOver}
            </Button>
          }
        >
          {texts().page.noStewardText}
        </Callout>
      </Show>
    </>
  );
}
