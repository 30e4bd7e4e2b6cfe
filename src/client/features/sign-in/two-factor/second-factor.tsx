import { createSignal, For, Match, Switch } from "solid-js";
import { isPasskeySupported } from "#client/session/passkey.ts";
import { TextButton } from "#client/ui/text-link.tsx";
import { AppCodeForm } from "./app-code-form.tsx";
import {
  defaultMethod,
  type Method,
  type SecondFactorInput,
} from "./methods.ts";
import { PasskeyForm } from "./passkey-form.tsx";
import { RecoveryCodeForm } from "./recovery-code-form.tsx";
import { texts } from "./texts.ts";

const LABELS: Record<Method, () => string> = {
  totp: () => texts().useApp,
  passkey: () => texts().usePasskey,
  recoveryCode: () => texts().useRecovery,
};

/** Shows the form of one two-factor method, and links to the other methods. */
export function SecondFactor(props: {
  methods: readonly Method[];
  onSubmit: (input: SecondFactorInput) => Promise<unknown>;
}) {
  const [chosen, setChosen] = createSignal<Method>();
  const shown = () =>
    chosen() ?? defaultMethod(props.methods, isPasskeySupported());
  const others = () => props.methods.filter((method) => method !== shown());
  return (
    <div class="flex flex-col gap-4">
      <Switch>
        <Match when={shown() === "totp"}>
          <AppCodeForm onSubmit={props.onSubmit} />
        </Match>
        <Match when={shown() === "passkey"}>
          <PasskeyForm onSubmit={props.onSubmit} />
        </Match>
        <Match when={shown() === "recoveryCode"}>
          <RecoveryCodeForm onSubmit={props.onSubmit} />
        </Match>
      </Switch>
      <ul class="flex flex-col items-center gap-2 text-sm">
        <For each={others()}>
          {(method) => (
            <li>
              <TextButton onClick={() => setChosen(method)}>
                {LABELS[method]()}
              </TextButton>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
