import { For, Show } from "solid-js";
import { type Permission, PERMISSIONS } from "#shared/permissions.ts";
import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { inWords } from "./permission-words.ts";
import { texts } from "./texts.ts";
import { formatList } from "#client/lib/formats/number.ts";

type Impact = RouterOutputs["roles"]["impact"];

/** Before a role is saved: whom it concerns, and what they gain and lose. */
export function ImpactNote(props: {
  roleId: string;
  before: readonly Permission[];
  permissions: readonly Permission[];
}) {
  const { slug } = useOrganization();
  const isChanged = () =>
    PERMISSIONS.some(
      (permission) =>
        props.before.includes(permission) !==
        props.permissions.includes(permission),
    );
  const impact = api.roles.impact.useQuery(
    () => ({
      org: slug(),
      roleId: props.roleId,
      permissions: props.permissions.join(","),
    }),
    () => ({ enabled: isChanged() }),
  );
  const found = () =>
    isChanged() && impact.isSuccess ? impact.data : undefined;
  return (
    <div aria-live="polite">
      <Show when={found()}>
        {(seen) => (
          <Show
            when={seen().members > 0}
            fallback={<p class="text-sm text-muted">{texts().impact.nobody}</p>}
          >
            <Concerned impact={seen()} />
          </Show>
        )}
      </Show>
    </div>
  );
}

function Concerned(props: { impact: Impact }) {
  return (
    <Callout
      tone="warning"
      title={texts().impact.title(props.impact.members, namesOf(props.impact))}
    >
      <Rights title={texts().impact.gained} rights={props.impact.gained} />
      <Rights title={texts().impact.lost} rights={props.impact.lost} />
      <Show when={props.impact.voided > 0}>
        <p>{texts().impact.voided(props.impact.voided)}</p>
      </Show>
    </Callout>
  );
}

function Rights(props: { title: string; rights: readonly Permission[] }) {
  return (
    <Show when={props.rights.length > 0}>
      <p>{props.title}</p>
      <ul class="mb-2 list-disc pl-5">
        <For each={props.rights}>{(right) => <li>{inWords(right)}</li>}</For>
      </ul>
    </Show>
  );
}

function namesOf({ members, names }: Impact): string {
  const more = members - names.length;
  const listed = more > 0 ? [...names, texts().impact.others(more)] : names;
  return formatList(listed);
}
