import { createSignal } from "solid-js";
import { z } from "zod";
import type { Invited } from "./invited.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { EmailTagsField } from "#client/ui/email-tags-field.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import { useRoles } from "#client/session/use-roles.ts";
import { createInviteeRules } from "./invitee-rules.tsx";
import { readInvitee, roleOfWord } from "./invitees.ts";
import { MessageField } from "./message-field.tsx";
import { refetchInvitations } from "../invitation.ts";
import { SeatsLeft } from "./seats-left.tsx";
import { texts } from "./texts.ts";

const addresses = (isValid: (entry: string) => boolean) =>
  z.object({
    emails: z
      .array(z.string())
      .min(1, { error: () => texts().inviteForm.none })
      .max(100, { error: () => texts().inviteForm.tooMany })
      .refine((entries) => entries.every(isValid), {
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
  const [message, setMessage] = createSignal("");
  const roles = useRoles();
  const rules = createInviteeRules(roles, role);
  const problems = createFormProblems(["emails", "role", "message"]);
  const invite = api.invitations.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  /** Counts the addresses that the form will send: the addresses shown as tags and those in the unfinished text. */
  const count = () => rules.merge(emails(), rules.split(unfinished())).length;
  const hasOwnRoles = () =>
    emails().some((entry) => readInvitee(entry).word !== "");
  const schema = addresses((entry) => rules.problemOf(entry) === undefined);
  const toInvitee = (entry: string) => {
    const { email, word } = readInvitee(entry);
    const own = roleOfWord(roles.all(), word);
    return own === undefined ? email : { email, role: own };
  };
  const enter = (list: string[]) => {
    setEmails(list);
    problems.clear();
  };
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const answer = await invite.mutateAsync({
        org,
        emails: schema.parse({ emails: emails() }).emails.map(toInvitee),
        role: role(),
        ...(message().trim() !== "" && { message: message() }),
      });
      void refetchInvitations(org);
      if ("sent" in answer) props.onInvited(answer);
    });

  return (
    <Form
      onSubmit={submit}
      isDirty={count() > 0 || message().trim() !== ""}
      class="flex min-h-0 flex-col"
    >
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
          rules={rules}
          value={emails()}
          onChange={enter}
          onUnfinished={setUnfinished}
          error={problems.at("emails")}
        />
        <Select
          id={problems.id("role")}
          label={
            hasOwnRoles()
              ? texts().inviteForm.roleOfOthers
              : texts().inviteForm.role
          }
          hint={roles.about(role())}
          options={roles.options()}
          value={role()}
          onChange={setRole}
          error={problems.at("role")}
        />
        <MessageField
          id={problems.id("message")}
          value={message()}
          onInput={setMessage}
          error={problems.at("message")}
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
