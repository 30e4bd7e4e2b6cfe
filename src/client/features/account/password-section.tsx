import { createSignal } from "solid-js";
import { z } from "zod";
import { passwordField } from "#shared/fields.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { FormSection } from "#client/ui/form-section.tsx";
import { PasswordField } from "#client/ui/password-field.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

const fields = z.object({
  currentPassword: z
    .string()
    .min(1, { error: () => texts().password.noCurrent }),
  newPassword: passwordField,
});

export function PasswordSection(props: { email: string }) {
  const [current, setCurrent] = createSignal("");
  const [chosen, setChosen] = createSignal("");
  const problems = createFormProblems(["currentPassword", "newPassword"], {
    INVALID_CREDENTIALS: "currentPassword",
  });
  const change = api.auth.changePassword.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const save = () =>
    problems.attempt(async () => {
      await change.mutateAsync(
        fields.parse({ currentPassword: current(), newPassword: chosen() }),
      );
      setCurrent("");
      setChosen("");
      toast.success(texts().password.saved);
      await api.auth.sessions.invalidate();
    });
  return (
    <FormSection
      title={texts().password.change}
      description={texts().password.text}
      hint={
        <TextLink href="/forgot" state={JSON.stringify({ email: props.email })}>
          {texts().password.forgot}
        </TextLink>
      }
      problems={problems}
      failedTitle={texts().password.failed}
      onSubmit={save}
      action={texts().password.save}
    >
      {/* A hidden field with the email address, so that password managers find the account. */}
      <input
        type="text"
        hidden
        readOnly
        name="username"
        autocomplete="username"
        value={props.email}
      />
      <PasswordField
        id={problems.id("currentPassword")}
        label={texts().password.current}
        name="current-password"
        autocomplete="current-password"
        value={current()}
        onInput={setCurrent}
        error={problems.at("currentPassword")}
      />
      <PasswordField
        id={problems.id("newPassword")}
        label={texts().password.chosen}
        name="new-password"
        autocomplete="new-password"
        hint={texts().password.hint}
        value={chosen()}
        onInput={setChosen}
        error={problems.at("newPassword")}
      />
    </FormSection>
  );
}
