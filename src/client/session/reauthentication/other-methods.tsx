import KeyRound from "lucide-solid/icons/key-round";
import { For, Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { isPasskeySupported } from "../passkey.ts";
import { ProviderMethods } from "./provider-methods.tsx";
import { texts } from "./texts.ts";
import {
  buttonsFor,
  credentialsOf,
  type AuthMethods,
  type Credential,
} from "./auth-methods.ts";

const LABELS: Record<Credential, () => string> = {
  password: () => texts().usePassword,
  code: () => texts().useCode,
};

/** Offers all methods of reauthentication except the field that is already shown. */
export function OtherMethods(props: {
  methods: AuthMethods;
  field: Credential | undefined;
  onField: (field: Credential) => void;
  onPasskey: () => Promise<unknown>;
  onProvider: (id: string) => Promise<unknown>;
}) {
  const others = () =>
    credentialsOf(props.methods).filter((one) => one !== props.field);
  const buttons = () => buttonsFor(props.methods, isPasskeySupported());
  const hasAny = () =>
    others().length + buttons().providers.length > 0 || buttons().passkey;
  return (
    <Show when={hasAny()} fallback={<NoMethod field={props.field} />}>
      <Show when={props.field}>
        <p class="text-center text-sm text-muted">{texts().or}</p>
      </Show>
      <div class="flex flex-col gap-2">
        <For each={others()}>
          {(field) => (
            <Button onClick={() => props.onField(field)}>
              {LABELS[field]()}
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
        <ProviderMethods
          ids={buttons().providers}
          onProvider={props.onProvider}
        />
      </div>
    </Show>
  );
}

function NoMethod(props: { field: Credential | undefined }) {
  return (
    <Show when={!props.field}>
      <Callout tone="warning" title={texts().noMethod.title}>
        <p>{texts().noMethod.text}</p>
        <TextLink href="/forgot">{texts().noMethod.link}</TextLink>
      </Callout>
    </Show>
  );
}
