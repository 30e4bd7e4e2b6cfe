import KeyRound from "lucide-solid/icons/key-round";
import { Show } from "solid-js";
import { askPasskey, isPasskeySupported } from "#client/session/passkey.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { createAnswer, type OnAnswer } from "./answer.ts";
import { texts } from "./texts.ts";

export function PasskeyForm(props: { onAnswer: OnAnswer }) {
  const { problems, wait, give } = createAnswer(() => props.onAnswer);
  return (
    <Show
      when={isPasskeySupported()}
      fallback={<Callout tone="warning">{texts().passkey.unsupported}</Callout>}
    >
      <AnswerForm
        text={texts().passkey.text}
        problems={problems}
        wait={wait}
        onSubmit={() => give(async () => ({ passkey: await askPasskey() }))}
      >
        <Button
          id={problems.id("code")}
          type="submit"
          variant="primary"
          size="lg"
          icon={<KeyRound size={16} />}
        >
          {texts().passkey.use}
        </Button>
      </AnswerForm>
    </Show>
  );
}
