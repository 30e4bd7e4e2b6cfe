import { createSignal, For } from "solid-js";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { toast } from "#client/ui/toast.ts";
import { cx } from "#client/ui/cx.ts";
import type { Member } from "#client/features/members/member.ts";
import { texts } from "../texts.ts";
import { refetchBilling } from "../use-billing.ts";
import { longestAdmin, seatHolders, toggled } from "./seat-selection.ts";
import { SeatRow } from "./seat-row.tsx";

export interface SeatsFormProps {
  members: readonly Member[];
  seats: number;
  onClose: () => void;
}

/** Assigns seats to members and counts the seats that are left. */
export function SeatsForm(props: SeatsFormProps) {
  const { slug } = useOrganization();
  const [edited, setEdited] = createSignal<ReadonlySet<string>>();
  const problems = createFormProblems([]);
  const save = api.billing.chooseSeats.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const fixed = () => longestAdmin(props.members);
  const selected = () => edited() ?? seatHolders(props.members);
  const left = () => props.seats - selected().size;
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      await save.mutateAsync({ org, userIds: [...selected()] });
      await refetchBilling(org);
      props.onClose();
      toast.success(texts().seats.saved);
    });
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <ul
          aria-label={texts().seats.list}
          class="divide-y divide-line rounded-lg border border-line"
        >
          <For each={props.members}>
            {(member) => (
              <SeatRow
                member={member}
                isFixed={member.userId === fixed()}
                hasSeat={selected().has(member.userId)}
                onToggle={() => setEdited(toggled(selected(), member.userId))}
              />
            )}
          </For>
        </ul>
      </DialogBody>
      <p
        role="status"
        class={cx(
          "px-5 pt-3 text-sm",
          left() < 0 ? "text-danger-ink" : "text-muted",
        )}
      >
        <Badge tone={left() < 0 ? "danger" : "neutral"} class="mr-2">
          {selected().size} / {props.seats}
        </Badge>
        {texts().seats.left(left())}
      </p>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().cancelChange}</Button>
        <Button
          type="submit"
          variant="primary"
          blocked={left() < 0 ? texts().seats.left(left()) : undefined}
        >
          {texts().seats.save}
        </Button>
      </DialogActions>
    </Form>
  );
}
