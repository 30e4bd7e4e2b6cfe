import KeyRound from "lucide-solid/icons/key-round";
import { Show } from "solid-js";
import { askPasskey, isPasskeySupported } from "#client/session/passkey.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { SecondFactorForm } from "./second-factor-form.tsx";
import {
  useSubmitSecondFactor,
  type SubmitSecondFactor,
} from "./use-submit-second-factor.ts";
import { texts } from "./texts.ts";

export function PasskeyForm(props: { onSubmit: SubmitSecondFactor }) {
  const { problems, wait, submit } = useSubmitSecondFactor(
    () => props.onSubmit,
  );
  return (
    <Show
      when={isPasskeySupported()}
      fallback={<Callout tone="warning">{texts().passkey.unsupported}</Callout>}
    >
      <SecondFactorForm
        text={texts().passkey.text}
        problems={problems}
        wait={wait}
        onSubmit={() => submit(async () => ({ passkey: await askPasskey() }))}
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
      </SecondFactorForm>
    </Show>
  );
}
