import { useNavigate } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { type Role, ROLES } from "#shared/permissions.ts";
import { api } from "#client/session/api.ts";
import { roleLabel, roleSummary } from "#client/session/role-label.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { isEmailAddress } from "#client/ui/email-addresses.ts";
import { EmailTagsField } from "#client/ui/email-tags-field.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Select } from "#client/ui/select.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

const roleOptions = () =>
  ROLES.map((role) => ({
    value: role,
    label: roleLabel(role),
    description: roleSummary(role),
  }));

type Skipped = {
  email: string;
  reason: keyof ReturnType<typeof texts>["invite"]["skipped"];
};

const notSent = ({ email }: { email: string }): Skipped => ({
  email,
  reason: "NOT_SENT",
});

export function InviteTeamForm(props: { org: string; dashboard: string }) {
  const navigate = useNavigate();
  const [emails, setEmails] = createSignal<string[]>([]);
  const [role, setRole] = createSignal<Role>("member");
  const [skipped, setSkipped] = createSignal<Skipped[]>([]);
  const [isMissing, setMissing] = createSignal(false);
  const problems = createFormProblems(["emails", "role"]);
  const invite = api.invitations.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));

  const submit = async () => {
    setMissing(emails().length === 0);
    if (isMissing() || !emails().every(isEmailAddress))
      return document.getElementById(problems.id("emails"))?.focus();
    await problems.attempt(async () => {
      const result = await invite.mutateAsync({
        org: props.org,
        emails: emails(),
        role: role(),
      });
      if (!("sent" in result)) return;
      const unsent = result.sent.filter(({ isSent }) => !isSent);
      const sent = result.sent.length - unsent.length;
      if (sent > 0) toast.success(texts().invite.sent(sent));
      setSkipped([...result.skipped, ...unsent.map(notSent)]);
      setEmails([]);
      if (skipped().length === 0) navigate(props.dashboard);
    });
  };

  return (
    <Form onSubmit={submit} class="flex flex-col gap-4">
      <ErrorSummary
        title={texts().invite.failed}
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <Show when={skipped().length > 0}>
        <Callout tone="warning" title={texts().invite.someSkipped}>
          <ul>
            <For each={skipped()}>
              {({ email, reason }) => (
                <li class="break-all">
                  {email}: {texts().invite.skipped[reason]}
                </li>
              )}
            </For>
          </ul>
        </Callout>
      </Show>
      <EmailTagsField
        id={problems.id("emails")}
        label={texts().invite.emails}
        size="lg"
        hint={texts().invite.emailsHint}
        value={emails()}
        onChange={setEmails}
        error={
          isMissing() && emails().length === 0
            ? texts().invite.none
            : problems.at("emails")
        }
      />
      <Select
        id={problems.id("role")}
        label={texts().invite.role}
        size="lg"
        options={roleOptions()}
        value={role()}
        onChange={setRole}
        error={problems.at("role")}
      />
      <Button type="submit" variant="primary" size="lg">
        {texts().invite.submit}
      </Button>
      <LinkButton href={props.dashboard} variant="ghost" size="lg">
        {invite.isSuccess ? texts().invite.toDashboard : texts().invite.skip}
      </LinkButton>
    </Form>
  );
}
