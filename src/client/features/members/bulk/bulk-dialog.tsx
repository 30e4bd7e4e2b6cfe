import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import { toast } from "#client/ui/toast.ts";
import { useRoles } from "#client/session/use-roles.ts";
import { ReassignProjects } from "../reassign-projects.tsx";
import type { Member } from "../member.ts";
import type { BulkAction } from "./bulk-bar.tsx";
import { texts } from "./texts.ts";

type Result = RouterOutputs["members"]["updateMany"];

export interface BulkDialogProps {
  action: BulkAction;
  members: readonly Member[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks for confirmation before several members are changed. Afterwards lists the members that were skipped. */
export function BulkDialog(props: BulkDialogProps) {
  const [result, setResult] = createSignal<Result>();
  const finish = (updated: Result) => {
    // Create the message before the dialog closes, because closing clears the action that the message names.
    const message = texts().done[props.action](updated.done.length);
    props.onDone();
    if (updated.skipped.length > 0) return setResult(updated);
    props.onClose();
    toast.success(message);
  };
  const title = () => {
    const done = result()?.done.length;
    return done === undefined
      ? texts().title[props.action](props.members.length)
      : texts().partial(done, props.members.length);
  };
  return (
    <Dialog open onClose={props.onClose} title={title()} role="alertdialog">
      <Show
        when={result()}
        fallback={<BulkForm {...props} onResult={finish} />}
      >
        {(updated) => <SkippedMembers {...props} result={updated()} />}
      </Show>
    </Dialog>
  );
}

function BulkForm(
  props: BulkDialogProps & { onResult: (result: Result) => void },
) {
  const { slug } = useOrganization();
  const roles = useRoles();
  const [role, setRole] = createSignal("member");
  const [reassignTo, setReassignTo] = createSignal<string>();
  const problems = createFormProblems(["role"]);
  const update = api.members.updateMany.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const ids = () => props.members.map(({ userId }) => userId);
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const { action } = props;
      const input = {
        org,
        action,
        userIds: ids(),
        ...(action === "changeRole" && { role: role() }),
        ...(action === "remove" && { reassignTo: reassignTo() }),
      };
      const result = await reauthenticated(() => update.mutateAsync(input));
      props.onResult(result);
      await api.members.list.invalidate({ org });
    });
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <p class="text-sm text-muted">{texts().text[props.action]}</p>
        <Switch>
          <Match when={props.action === "changeRole"}>
            <Select
              id={problems.id("role")}
              label={texts().role}
              hint={roles.about(role())}
              options={roles.options()}
              value={role()}
              onChange={setRole}
              error={problems.at("role")}
            />
          </Match>
          <Match when={props.action === "remove"}>
            <ReassignProjects
              except={ids()}
              value={reassignTo()}
              onChange={setReassignTo}
            />
          </Match>
        </Switch>
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().cancel}</Button>
        <Button
          type="submit"
          variant={
            props.action === "remove" || props.action === "suspend"
              ? "danger"
              : "primary"
          }
        >
          {texts().confirm[props.action]}
        </Button>
      </DialogActions>
    </Form>
  );
}

function SkippedMembers(props: BulkDialogProps & { result: Result }) {
  const nameOf = (id: string) =>
    props.members.find(({ userId }) => userId === id)?.name ?? id;
  return (
    <>
      <DialogBody>
        <p class="text-sm text-muted">{texts().skipped}</p>
        <ul class="divide-y divide-line rounded-lg border border-line text-sm">
          <For each={props.result.skipped}>
            {({ userId, reason }) => (
              <li class="px-3.5 py-2">
                <bdi class="block font-medium break-words">
                  {nameOf(userId)}
                </bdi>
                <span class="text-muted">{texts().reasons[reason]}</span>
              </li>
            )}
          </For>
        </ul>
      </DialogBody>
      <DialogActions>
        <Button variant="primary" onClick={props.onClose}>
          {texts().close}
        </Button>
      </DialogActions>
    </>
  );
}
