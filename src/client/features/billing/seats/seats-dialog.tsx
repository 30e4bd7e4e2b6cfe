import { Show } from "solid-js";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogBody } from "#client/ui/dialog-parts.tsx";
import { LoadProblem } from "#client/ui/load-problem.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { texts } from "../texts.ts";
import { SeatsForm } from "./seats-form.tsx";
import { useEveryMember } from "./use-every-member.ts";

/** Chooses who keeps a seat. */
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
      <Choice seats={props.seats} onClose={props.onClose} />
    </Dialog>
  );
}

function Choice(props: { seats: number; onClose: () => void }) {
  const { query, everyone } = useEveryMember();
  return (
    <Show
      when={everyone()}
      fallback={
        <DialogBody>
          <Show
            when={query.isError}
            fallback={<Skeleton rows={5} label={texts().seats.reading} />}
          >
            <LoadProblem query={query} />
          </Show>
        </DialogBody>
      }
    >
      {(members) => (
        <SeatsForm
          members={members()}
          seats={props.seats}
          onClose={props.onClose}
        />
      )}
    </Show>
  );
}
