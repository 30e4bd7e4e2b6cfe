import { createSignal } from "solid-js";
import { z } from "zod";
import { CodeField } from "#client/ui/code-field.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { texts as signInTexts } from "../texts.ts";
import { SecondFactorForm } from "./second-factor-form.tsx";
import {
  useSubmitSecondFactor,
  type SubmitSecondFactor,
} from "./use-submit-second-factor.ts";
import { texts } from "./texts.ts";

const fields = z.object({
  code: z.string().length(6, { error: () => texts().app.missing }),
});

export function AppCodeForm(props: { onSubmit: SubmitSecondFactor }) {
  const [code, setCode] = createSignal("");
  const { problems, wait, submit } = useSubmitSecondFactor(
    () => props.onSubmit,
  );
  const submitCode = async () => {
    const isCorrect = await submit(() => fields.parse({ code: code() }));
    // Clear a wrong code instead of letting the user correct it: the app already shows another code.
    if (!isCorrect && code().length === 6) setCode("");
  };
  return (
    <SecondFactorForm
      text={texts().app.text}
      problems={problems}
      wait={wait}
      onSubmit={submitCode}
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
