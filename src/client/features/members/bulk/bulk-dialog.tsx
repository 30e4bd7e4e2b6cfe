import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import { toast } from "#client/ui/toast.ts";
import { useRoles } from "#client/session/use-roles.ts";
import { ReassignProjects } from "../reassign-projects.tsx";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { type MemberThing, refetchMembers } from "../member.ts";
import { formatList } from "#client/lib/formats/number.ts";
import { useSkipReason } from "./changeable.ts";
import { type BulkAction, texts } from "./texts.ts";

type Result = RouterOutputs["members"]["updateMany"];

export interface BulkDialogProps extends VerbDialogProps {
  action: BulkAction;
  members: readonly MemberThing[];
  onDone: () => void;
}

/**
 * Asks for confirmation before several members are changed, and says which of them will be skipped. Afterwards lists
 * the members that the server skipped beyond these.
 */
export default function BulkDialog(props: BulkDialogProps) {
  const skipReason = useSkipReason();
  const expected = createMemo(() =>
    props.members.flatMap((member) => {
      const reason = skipReason(member);
      return reason ? { userId: member.userId, reason } : [];
    }),
  );
  const changed = () => props.members.length - expected().length;
  const [result, setResult] = createSignal<Result>();
  const finish = (updated: Result) => {
    props.onDone();
    if (updated.skipped.length > expected().length) return setResult(updated);
    props.onClose();
    toast.success(texts().done[props.action](updated.done.length));
  };
  const title = () => {
    const done = result()?.done.length;
    return done === undefined
      ? texts().title[props.action](changed() || props.members.length)
      : texts().partial(done, props.members.length);
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={title()}
      role="alertdialog"
    >
      <Show
        when={result()}
        fallback={
          <BulkForm {...props} skipped={expected()} onResult={finish} />
        }
      >
        {(updated) => <SkippedMembers {...props} skipped={updated().skipped} />}
      </Show>
    </Dialog>
  );
}

function BulkForm(
  props: BulkDialogProps & {
    skipped: Result["skipped"];
    onResult: (result: Result) => void;
  },
) {
  const { slug } = useOrganization();
  const roles = useRoles();
  const [role, setRole] = createSignal("member");
  const [reassignTo, setReassignTo] = createSignal<string>();
  const problems = createFormProblems(["role"]);
  const update = api.members.updateMany.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const isSkipped = (member: MemberThing) =>
    props.skipped.some(({ userId }) => userId === member.userId);
  const changed = () => props.members.filter((member) => !isSkipped(member));
  const ids = () => changed().map(({ userId }) => userId);
  const admins = () =>
    props.action === "reactivate"
      ? []
      : changed().filter(({ role: held }) => held === "admin");
  const blocked = () =>
    changed().length === 0 ? texts().noneChanged : undefined;
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const { action } = props;
      const input = {
        org,
        action,
        userIds: props.members.map(({ userId }) => userId),
        ...(action === "changeRole" && { role: role() }),
        ...(action === "remove" && { reassignTo: reassignTo() }),
      };
      const result = await reauthenticated(() => update.mutateAsync(input));
      props.onResult(result);
      await refetchMembers(org);
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
        <Show when={admins().length > 0}>
          <Callout tone="warning">
            {texts().admins(formatList(admins().map(({ name }) => name)))}
          </Callout>
        </Show>
        <Show when={props.skipped.length > 0}>
          <div>
            <p class="mb-1.5 text-sm font-medium">{texts().willSkip}</p>
            <MemberReasons members={props.members} skipped={props.skipped} />
          </div>
        </Show>
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
          blocked={blocked()}
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

function SkippedMembers(props: {
  members: readonly MemberThing[];
  skipped: Result["skipped"];
  onClose: () => void;
}) {
  return (
    <>
      <DialogBody>
        <p class="text-sm text-muted">{texts().skipped}</p>
        <MemberReasons members={props.members} skipped={props.skipped} />
      </DialogBody>
      <DialogActions>
        <Button variant="primary" onClick={() => props.onClose()}>
          {texts().close}
        </Button>
      </DialogActions>
    </>
  );
}

function MemberReasons(props: {
  members: readonly MemberThing[];
  skipped: Result["skipped"];
}) {
  const nameOf = (id: string) =>
    props.members.find(({ userId }) => userId === id)?.name ?? id;
  return (
    <ul class="divide-y divide-line rounded-lg border border-line text-sm">
      <For each={props.skipped}>
        {({ userId, reason }) => (
          <li class="px-3.5 py-2">
            <bdi class="block font-medium break-words">{nameOf(userId)}</bdi>
            <span class="text-muted">{texts().reasons[reason]}</span>
          </li>
        )}
      </For>
    </ul>
  );
}
