import RotateCcw from "lucide-solid/icons/rotate-ccw";
import { createSignal, Show } from "solid-js";
import { ChangeTable } from "#client/features/audit-log/change-table.tsx";
import { type AuditEvent, namesAt } from "#client/features/audit-log/event.ts";
import type { People } from "#client/features/audit-log/use-people.ts";
import type { HistoryOf } from "#client/session/history/address.ts";
import { Button } from "#client/ui/button.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { toast } from "#client/ui/toast.ts";
import { useOrganization } from "#sdk/solid.ts";
import { differing, restorableOf, valuesBefore } from "./restorable.ts";
import { texts } from "./texts.ts";

export interface RestoreButtonProps {
  event: AuditEvent;
  of: HistoryOf;
  people: People;
}

interface Question {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  updatedAt: string;
}

/**
 * Restores the values that a thing had before an event. It is absent where this is not possible, or not allowed. The
 * values are saved like those of a form, so the same checks apply.
 */
export function RestoreButton(props: RestoreButtonProps) {
  const { slug, can } = useOrganization();
  const restorable = () => restorableOf(slug(), props.of);
  const isAllowed = () => {
    const permission = restorable()?.permission;
    return permission !== undefined && can(permission);
  };
  const values = () => {
    const thing = restorable();
    return thing && valuesBefore(thing, props.event, props.of);
  };
  const [question, setQuestion] = createSignal<Question>();

  const ask = async () => {
    const [thing, former] = [restorable(), values()];
    if (!thing || !former) return;
    try {
      const present = await thing.read();
      const after = differing(former, present.values);
      const names = Object.keys(after);
      if (names.length === 0) return void toast.success(texts().restore.same);
      const before = Object.fromEntries(
        names.map((name) => [name, present.values[name]]),
      );
      setQuestion({ before, after, updatedAt: present.updatedAt });
    } catch (error) {
      toastProblem(texts().restore.failed, error);
    }
  };
  const restore = async ({ after, updatedAt }: Question) => {
    await restorable()?.save(after, updatedAt);
    toast.success(texts().restore.done);
  };

  return (
    <Show when={isAllowed() && values()}>
      <div>
        <Button size="sm" icon={<RotateCcw size={14} />} onClick={ask}>
          {texts().restore.action}
        </Button>
        {/* The question is created when it opens, because the open drawer hides existing elements from screen readers. */}
        <Show when={question()}>
          {(asked) => (
            <ConfirmDialog
              open
              isOnTop
              onClose={() => setQuestion(undefined)}
              title={texts().restore.title}
              confirmLabel={texts().restore.confirm}
              onConfirm={() => restore(asked())}
            >
              <p class="mb-3">{texts().restore.text}</p>
              <ChangeTable
                change={{
                  table: restorable()?.table ?? "",
                  id: "",
                  before: asked().before,
                  after: asked().after,
                }}
                nameOf={(id) => namesAt(props.event, props.people.nameOf)(id)}
              />
            </ConfirmDialog>
          )}
        </Show>
      </div>
    </Show>
  );
}
