import { createSignal } from "solid-js";
import { z } from "zod";
import { TextField } from "#client/ui/text-field.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { texts as signInTexts } from "../texts.ts";
import { AnswerForm } from "./answer-form.tsx";
import { createAnswer, type OnAnswer } from "./answer.ts";
import { texts } from "./texts.ts";

const fields = z.object({
  code: z
    .string()
    .trim()
    .min(1, { error: () => texts().recovery.missing }),
});

export function RecoveryCodeForm(props: { onAnswer: OnAnswer }) {
  const [code, setCode] = createSignal("");
  const { problems, wait, give } = createAnswer(() => props.onAnswer);
  return (
    <AnswerForm
      text={texts().recovery.text}
      problems={problems}
      wait={wait}
      onSubmit={() => give(() => fields.parse({ code: code() }))}
    >
      <TextField
        id={problems.id("code")}
        label={texts().recovery.label}
        name="recovery-code"
        // A password manager would offer the code of the app.
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
    </AnswerForm>
  );
}
