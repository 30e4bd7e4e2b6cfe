import KeyRound from "lucide-solid/icons/key-round";
import { For, Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { isPasskeySupported } from "../passkey.ts";
import { ProviderWays } from "./provider-ways.tsx";
import { texts } from "./texts.ts";
import {
  buttonsOf,
  fieldsOf,
  type Held,
  type ProofField,
} from "./auth-methods.ts";

const wayTo: Record<ProofField, () => string> = {
  password: () => texts().usePassword,
  code: () => texts().useCode,
};

/** The ways beside the field that is shown. */
export function OtherWays(props: {
  has: Held;
  field: ProofField | undefined;
  onField: (field: ProofField) => void;
  onPasskey: () => Promise<unknown>;
  onProvider: (id: string) => Promise<unknown>;
}) {
  const others = () => fieldsOf(props.has).filter((one) => one !== props.field);
  const buttons = () => buttonsOf(props.has, isPasskeySupported());
  const hasAny = () =>
    others().length + buttons().providers.length > 0 || buttons().passkey;
  return (
    <Show when={hasAny()} fallback={<NoWay field={props.field} />}>
      <Show when={props.field}>
        <p class="text-center text-sm text-muted">{texts().or}</p>
      </Show>
      <div class="flex flex-col gap-2">
        <For each={others()}>
          {(field) => (
            <Button onClick={() => props.onField(field)}>
              {wayTo[field]()}
            </Button>
          )}
        </For>
        <Show when={buttons().passkey}>
          <Button
            icon={<KeyRound size={14} />}
            variant={props.field ? "secondary" : "primary"}
            onClick={props.onPasskey}
          >
            {texts().usePasskey}
          </Button>
        </Show>
        <ProviderWays ids={buttons().providers} onProvider={props.onProvider} />
      </div>
    </Show>
  );
}

function NoWay(props: { field: ProofField | undefined }) {
  return (
    <Show when={!props.field}>
      <Callout tone="warning" title={texts().noWay.title}>
        <p>{texts().noWay.text}</p>
        <TextLink href="/forgot">{texts().noWay.link}</TextLink>
      </Callout>
    </Show>
  );
}
