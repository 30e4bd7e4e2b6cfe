import { createSignal } from "solid-js";
import { z } from "zod";
import type { Invited } from "./invited.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import {
  isEmailAddress,
  mergeAddresses,
  splitAddresses,
} from "#client/ui/email-addresses.ts";
import { EmailTagsField } from "#client/ui/email-tags-field.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import { useRoles } from "#client/session/use-roles.ts";
import { SeatsLeft } from "./seats-left.tsx";
import { texts } from "./texts.ts";

const addresses = z.object({
  emails: z
    .array(z.string())
    .min(1, { error: () => texts().inviteForm.none })
    .max(100, { error: () => texts().inviteForm.tooMany })
    .refine((emails) => emails.every(isEmailAddress), {
      error: () => texts().inviteForm.marked,
    }),
});

export function InviteForm(props: {
  onCancel: () => void;
  onInvited: (invited: Invited) => void;
}) {
  const { slug } = useOrganization();
  const [emails, setEmails] = createSignal<string[]>([]);
  const [unfinished, setUnfinished] = createSignal("");
  const [role, setRole] = createSignal("member");
  const roles = useRoles();
  const problems = createFormProblems(["emails", "role"]);
  const invite = api.invitations.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  /** Counts the addresses that the form will send: the addresses shown as tags and those in the unfinished text. */
  const count = () =>
    mergeAddresses(emails(), splitAddresses(unfinished())).length;
  const enter = (list: string[]) => {
    setEmails(list);
    problems.clear();
  };
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const answer = await invite.mutateAsync({
        org,
        ...addresses.parse({ emails: emails() }),
        role: role(),
      });
      void api.invitations.list.invalidate({ org });
      if ("sent" in answer) props.onInvited(answer);
    });

  return (
    <Form onSubmit={submit} isDirty={count() > 0} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().inviteForm.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <EmailTagsField
          id={problems.id("emails")}
          label={texts().inviteForm.emailAddresses}
          hint={texts().inviteForm.hint}
          value={emails()}
          onChange={enter}
          onUnfinished={setUnfinished}
          error={problems.at("emails")}
        />
        <Select
          id={problems.id("role")}
          label={texts().inviteForm.role}
          hint={roles.about(role())}
          options={roles.options()}
          value={role()}
          onChange={setRole}
          error={problems.at("role")}
        />
        <SeatsLeft />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onCancel}>{texts().inviteForm.cancel}</Button>
        <Button type="submit" variant="primary">
          {count() > 1
            ? texts().inviteForm.sendInvitations(count())
            : texts().inviteForm.sendInvitation}
        </Button>
      </DialogActions>
    </Form>
  );
}
