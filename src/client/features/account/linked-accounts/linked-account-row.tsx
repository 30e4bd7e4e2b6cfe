import { Show } from "solid-js";
import { Badge } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { ProviderMark } from "#client/layout/providers/provider-mark.tsx";
import type { LinkedAccount } from "./linked-account-list.tsx";
import { texts } from "./texts.ts";

export function LinkedAccountRow(props: {
  account: LinkedAccount;
  provider: string;
  isAvailable: boolean;
  onDisconnect: () => void;
}) {
  return (
    <li class="flex flex-wrap items-center gap-x-3.5 gap-y-2 px-5 py-3 sm:flex-nowrap">
      <ProviderMark id={props.account.provider} size={20} />
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi class="font-medium">{props.provider}</bdi>
          <bdi class="min-w-0 break-words text-muted">
            {props.account.label}
          </bdi>
          <Show when={!props.isAvailable}>
            <span title={texts().unavailableText}>
              <Badge>{texts().unavailable}</Badge>
            </span>
          </Show>
        </p>
        <p class="text-sm text-muted">
          {texts().since} <RelativeTime value={props.account.createdAt} /> ·{" "}
          <Show when={props.account.lastUsedAt} fallback={texts().never}>
            {(at) => (
              <>
                {texts().lastUsed} <RelativeTime value={at()} />
              </>
            )}
          </Show>
        </p>
      </div>
      <Button
        size="sm"
        aria-label={texts().disconnectLabel(
          props.provider,
          props.account.label,
        )}
        onClick={() => props.onDisconnect()}
      >
        {texts().disconnect}
      </Button>
    </li>
  );
}
