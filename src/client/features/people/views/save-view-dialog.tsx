import { useLocation } from "@solidjs/router";
import { createSignal } from "solid-js";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { Form } from "#client/ui/form.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { chooseColumns, chosenColumns } from "../columns.ts";
import { texts } from "../texts.ts";
import { useSavedViews } from "./saved-views.ts";
import { viewQueryOf } from "./view.ts";

const MOST_LETTERS = 40;

/** Gives the shown filters, order and columns a name. */
export default function SaveViewDialog(props: VerbDialogProps) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().saveView.title}
      description={texts().saveView.description}
      size="sm"
    >
      <SaveViewForm onClose={props.onClose} />
    </Dialog>
  );
}

function SaveViewForm(props: { onClose: () => void }) {
  const location = useLocation();
  const saved = useSavedViews();
  const [name, setName] = createSignal("");
  const [error, setError] = createSignal<string>();
  const exists = () =>
    saved.views().some((view) => view.name === name().trim());
  const submit = () => {
    if (name().trim() === "") {
      setError(texts().saveView.nameMissing);
      return;
    }
    const columns = chosenColumns();
    saved.save({
      name: name().trim(),
      query: viewQueryOf(location.search),
      columns,
    });
    // From now on, other columns are another view, also where the columns were the default ones.
    chooseColumns(columns);
    props.onClose();
    toast.success(texts().saveView.done);
  };
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <TextField
          label={texts().saveView.name}
          hint={exists() ? texts().saveView.replaces : undefined}
          maxLength={MOST_LETTERS}
          value={name()}
          onInput={(text) => {
            setName(text);
            setError(undefined);
          }}
          error={error()}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().saveView.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().saveView.save}
        </Button>
      </DialogActions>
    </Form>
  );
}
