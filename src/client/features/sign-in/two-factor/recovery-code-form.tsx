import { createSignal } from "solid-js";
import { z } from "zod";
import { TextField } from "#client/ui/text-field.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { texts as signInTexts } from "../texts.ts";
import { SecondFactorForm } from "./second-factor-form.tsx";
import {
  useSubmitSecondFactor,
  type SubmitSecondFactor,
} from "./use-submit-second-factor.ts";
import { texts } from "./texts.ts";

const fields = z.object({
  code: z
    .string()
    .trim()
    .min(1, { error: () => texts().recovery.missing }),
});

export function RecoveryCodeForm(props: { onSubmit: SubmitSecondFactor }) {
  const [code, setCode] = createSignal("");
  const { problems, wait, submit } = useSubmitSecondFactor(
    () => props.onSubmit,
  );
  return (
    <SecondFactorForm
      text={texts().recovery.text}
      problems={problems}
      wait={wait}
      onSubmit={() => submit(() => fields.parse({ code: code() }))}
    >
      <TextField
        id={problems.id("code")}
        label={texts().recovery.label}
        name="recovery-code"
        // Turn autofill off, because a password manager would fill in the code of the authenticator app.
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        size="lg"
        placeholder="xxxx-xxxx-xxxx-xxxx"
        value={code()}
        onInput={setCode}
        error={problems.at("code")}
      />
      <SubmitButton wait={wait}>{signInTexts().submit}</SubmitButton>
    </SecondFactorForm>
  );
}
