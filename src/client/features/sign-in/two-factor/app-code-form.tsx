import { createSignal } from "solid-js";
import { z } from "zod";
import { CodeField } from "#client/ui/code-field.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { texts as signInTexts } from "../texts.ts";
import { SecondFactorForm } from "./second-factor-form.tsx";
import {
  useSubmitSecondFactor,
  type SubmitProof,
} from "./use-submit-second-factor.ts";
import { texts } from "./texts.ts";

const fields = z.object({
  code: z.string().length(6, { error: () => texts().app.missing }),
});

export function AppCodeForm(props: { onSubmit: SubmitProof }) {
  const [code, setCode] = createSignal("");
  const { problems, wait, submitProof } = useSubmitSecondFactor(
    () => props.onSubmit,
  );
  const submit = async () => {
    const isRight = await submitProof(() => fields.parse({ code: code() }));
    // A wrong code is not worth correcting: the app already shows another one.
    if (!isRight && code().length === 6) setCode("");
  };
  return (
    <SecondFactorForm
      text={texts().app.text}
      problems={problems}
      wait={wait}
      onSubmit={submit}
    >
      <CodeField
        id={problems.id("code")}
        label={texts().app.label}
        size="lg"
        value={code()}
        onInput={setCode}
        error={problems.at("code")}
      />
      <SubmitButton wait={wait}>{signInTexts().submit}</SubmitButton>
    </SecondFactorForm>
  );
}
