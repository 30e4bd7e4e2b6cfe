import { createSignal, For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Button } from "#client/ui/button.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Section } from "#client/ui/section.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { toast } from "#client/ui/toast.ts";
import { SessionRow } from "./session-row.tsx";
import { texts } from "./texts.ts";

export default function SessionsPage() {
  const sessions = api.auth.sessions.useQuery();
  const [isConfirming, setConfirming] = createSignal(false);
  const endOthers = api.auth.revokeOtherSessions.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => toast.success(texts().sessions.othersEnded),
    onSettled: () => api.auth.sessions.invalidate(),
  }));
  const hasOthers = () => sessions.isSuccess && sessions.data.items.length > 1;

  return (
    <>
      <PageHeader
        title={texts().sessions.title}
        description={texts().sessions.description}
        actions={
          <Show when={hasOthers()}>
            <Button variant="danger-quiet" onClick={() => setConfirming(true)}>
              {texts().sessions.endOthers}
            </Button>
          </Show>
        }
      />
      <Section title={texts().sessions.list} flush>
        <Loaded query={sessions} skeleton={<Skeleton rows={2} />}>
          {(found) => (
            <ul class="divide-y divide-line">
              <For each={currentFirst(found().items)}>
                {(session) => <SessionRow session={session} />}
              </For>
            </ul>
          )}
        </Loaded>
      </Section>
      <ConfirmDialog
        open={isConfirming()}
        onClose={() => setConfirming(false)}
        title={texts().sessions.askOthers}
        confirmLabel={texts().sessions.end}
        tone="danger"
        onConfirm={() => endOthers.mutateAsync()}
      >
        {texts().sessions.othersText}
      </ConfirmDialog>
    </>
  );
}

function currentFirst<S extends { current: boolean }>(sessions: S[]): S[] {
  return sessions.toSorted((a, b) => Number(b.current) - Number(a.current));
}
