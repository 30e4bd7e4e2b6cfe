import { Show } from "solid-js";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogBody } from "#client/ui/dialog-parts.tsx";
import { LoadProblem } from "#client/ui/load-problem.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { texts } from "../texts.ts";
import { SeatsForm } from "./seats-form.tsx";
import { useActiveMembers } from "./use-active-members.ts";

export function SeatsDialog(props: {
  seats: number;
  open: boolean;
  onClose: () => void;
}) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().seats.title}
      description={texts().seats.dialogText}
    >
      <LoadedSeatsForm seats={props.seats} onClose={props.onClose} />
    </Dialog>
  );
}

function LoadedSeatsForm(props: { seats: number; onClose: () => void }) {
  const { query, members } = useActiveMembers();
  return (
    <Show
      when={members()}
      fallback={
        <DialogBody>
          <Show
            when={query.isError}
            fallback={<Skeleton rows={5} label={texts().seats.loading} />}
          >
            <LoadProblem query={query} />
          </Show>
        </DialogBody>
      }
    >
      {(found) => (
        <SeatsForm
          members={found()}
          seats={props.seats}
          onClose={props.onClose}
        />
      )}
    </Show>
  );
}
