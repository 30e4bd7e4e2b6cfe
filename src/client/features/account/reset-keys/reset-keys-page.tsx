import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { PageLoading } from "#client/layout/page-loading.tsx";
import { Button } from "#client/ui/button.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { toast } from "#client/ui/toast.ts";
import { type OwnKey, ResetKeyRow } from "./reset-key-row.tsx";
import { texts } from "./texts.ts";

/**
 * Opens after a password reset. Who knew the old password may have created API keys, so the page offers to revoke the
 * keys of the user. Without keys it continues at once.
 */
export default function ResetKeysPage() {
  const navigate = useNavigate();
  const keys = api.apiKeys.mine.useQuery(
    () => ({ limit: 100 }),
    () => ({ retry: false }),
  );
  const working = () =>
    keys.isSuccess
      ? keys.data.items.filter(({ isExpired }) => !isExpired)
      : undefined;
  createEffect(() => {
    if (keys.isError || working()?.length === 0)
      navigate("/", { replace: true });
  });
  return (
    <Show when={working()} fallback={<PageLoading />}>
      {(found) => <Keys keys={found()} />}
    </Show>
  );
}

function Keys(props: { keys: readonly OwnKey[] }) {
  const [isConfirming, setConfirming] = createSignal(false);
  const revoke = api.apiKeys.revoke.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const revokeAll = async () => {
    try {
      for (const { id, organization } of props.keys)
        await revoke.mutateAsync({ org: organization.id, id });
      toast.success(texts().allRevoked);
    } finally {
      await api.apiKeys.mine.invalidate();
    }
  };
  return (
    <AuthLayout title={texts().title} description={texts().text}>
      <ul
        aria-label={texts().list}
        class="divide-y divide-line rounded-lg border border-line"
      >
        <For each={props.keys}>{(key) => <ResetKeyRow apiKey={key} />}</For>
      </ul>
      <div class="mt-6 flex flex-col gap-2">
        <LinkButton href="/" variant="primary" size="lg" class="w-full">
          {texts().keep}
        </LinkButton>
        <Button
          variant="danger-quiet"
          size="lg"
          class="w-full"
          onClick={() => setConfirming(true)}
        >
          {texts().revokeAll}
        </Button>
      </div>
      <ConfirmDialog
        open={isConfirming()}
        onClose={() => setConfirming(false)}
        title={texts().askAll}
        confirmLabel={texts().revokeAll}
        tone="danger"
        onConfirm={revokeAll}
      >
        {texts().askAllText}
      </ConfirmDialog>
    </AuthLayout>
  );
}
