import { Show } from "solid-js";
import { PLACEHOLDER_KEY } from "#shared/snippets/index.ts";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import {
  type IssuedKey,
  refetchKeys,
} from "#client/features/api-keys/api-key.ts";
import { useOfferedScopes } from "#client/features/api-keys/key-owner.ts";
import { readScopes } from "#client/features/api-keys/scope-fields.tsx";
import { useMaxDays } from "#client/features/api-keys/use-max-days.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

const DAYS = 30;

/** Creates a key that can only read, for the examples. Nothing is created before the user presses the button. */
export function ReadOnlyKey(props: {
  issued: IssuedKey | undefined;
  onIssued: (issued: IssuedKey) => void;
}) {
  const { slug } = useOrganization();
  const offered = useOfferedScopes(() => undefined);
  const maxDays = useMaxDays();
  const days = () => Math.min(DAYS, maxDays() ?? DAYS);
  const scopes = () => readScopes(offered());
  const create = api.apiKeys.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const issue = async () => {
    const org = slug();
    const { name, failed } = texts().key;
    const input = { org, name, scopes: scopes(), expiresInDays: days() };
    await create
      .mutateAsync(input)
      .then(props.onIssued, (error: unknown) => toastProblem(failed, error));
    void refetchKeys(org);
  };
  return (
    <Show
      when={props.issued}
      fallback={
        <Callout
          class="mb-4"
          title={texts().key.title}
          action={
            <Button
              size="sm"
              onClick={issue}
              blocked={scopes().length === 0 ? texts().key.nothing : undefined}
            >
              {texts().key.create}
            </Button>
          }
        >
          {texts().key.text(PLACEHOLDER_KEY, days())}
        </Callout>
      }
    >
      <Callout class="mb-4" tone="success" title={texts().key.created}>
        <ManageKeys />
      </Callout>
    </Show>
  );
}

function ManageKeys() {
  const path = useOrganizationPath();
  return <TextLink href={path("settings/api")}>{texts().key.manage}</TextLink>;
}
