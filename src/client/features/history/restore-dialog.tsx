import { createSignal, Show } from "solid-js";
import { ChangeTable } from "#client/features/audit-log/change-table.tsx";
import { namesAt } from "#client/features/audit-log/event.ts";
import type { People } from "#client/features/audit-log/use-people.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import type { Question } from "./restore-button.tsx";
import { texts } from "./texts.ts";

/**
 * Asks before former values are saved again, and shows the present values beside them. The values are saved like those
 * of a form, so the same checks apply.
 */
export function RestoreDialog(props: {
  question: Question | undefined;
  people: People;
}) {
  const restore = async ({ thing, after, updatedAt }: Question) => {
    await thing.save(after, updatedAt);
    toast.success(texts().restore.done);
  };
  return (
    // A dialog is created for each question, because the open drawer hides existing elements from screen readers.
    <Show when={props.question} keyed>
      {(question) => {
        const [isOpen, setOpen] = createSignal(true);
        return (
          <ConfirmDialog
            open={isOpen()}
            isOnTop
            onClose={() => setOpen(false)}
            title={texts().restore.title}
            confirmLabel={texts().restore.confirm}
            onConfirm={() => restore(question)}
          >
            <p class="mb-3">{texts().restore.text}</p>
            <ChangeTable
              change={{
                table: question.thing.table,
                id: "",
                before: question.before,
                after: question.after,
              }}
              nameOf={(id) => namesAt(question.event, props.people.nameOf)(id)}
            />
          </ConfirmDialog>
        );
      }}
    </Show>
  );
}
