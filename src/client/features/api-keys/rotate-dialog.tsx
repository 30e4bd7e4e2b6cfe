import { createSignal } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import { type ApiKey, type IssuedKey, refetchKeys } from "./api-key.ts";
import { texts } from "./texts.ts";
import { openSecret } from "./verbs.ts";

/** For how many hours the previous secret can stay valid. */
const GRACE_HOURS = [0, 1, 24, 72, 168];
const DEFAULT_GRACE_HOURS = 24;

/** Gives a key a new secret. The secret is shown in the next dialog. */
export default function RotateDialog(
  props: VerbDialogProps & { apiKey: ApiKey },
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().rotate.title(props.apiKey.name)}
      description={texts().rotate.text}
      size="sm"
    >
      <RotateForm
        apiKey={props.apiKey}
        onCancel={props.onClose}
        onRotated={(issued) => {
          props.onClose();
          openSecret({ secret: { ...issued, isRotated: true } });
        }}
      />
    </Dialog>
  );
}

function RotateForm(props: {
  apiKey: ApiKey;
  onCancel: () => void;
  onRotated: (issued: IssuedKey) => void;
}) {
  const { slug } = useOrganization();
  const [hours, setHours] = createSignal(`${DEFAULT_GRACE_HOURS}`);
  const problems = createFormProblems(["graceHours"]);
  const rotate = api.apiKeys.rotate.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const input = {
        org,
        id: props.apiKey.id,
        graceHours: Number(hours()),
      };
      const issued = await reauthenticated(() => rotate.mutateAsync(input));
      void refetchKeys(org);
      props.onRotated(issued);
    });
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().rotate.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <Select
          id={problems.id("graceHours")}
          label={texts().rotate.overlap}
          hint={texts().rotate.overlapHint}
          options={GRACE_HOURS.map((count) => ({
            value: `${count}`,
            label: texts().rotate.hours(count),
          }))}
          value={hours()}
          onChange={setHours}
          error={problems.at("graceHours")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onCancel}>{texts().rotate.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().rotate.submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
