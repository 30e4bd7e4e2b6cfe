import { Show } from "solid-js";
import { useOrganization } from "../../../../session/organization.tsx";
import { Callout } from "../../../../ui/callout.tsx";
import { LinkButton } from "../../../../ui/link-button.tsx";
import { PLANS } from "../../../../../shared/plans.ts";

/** Why a project cannot be changed, and the way out. */
export function FrozenCallout() {
  const { organization, can, path } = useOrganization();
  return (
    <Callout
      tone="warning"
      title="This project can only be read"
      class="mb-6"
      action={
        <Show when={can("billing:manage")}>
          <LinkButton href={path("settings/billing")} size="sm">
            Go to billing
          </LinkButton>
        </Show>
      }
    >
      <bdi>{organization().name}</bdi> has more projects than{" "}
      {PLANS[organization().plan].label} includes, and the newest wait. It can
      be changed again with a larger plan, or once older projects are deleted
      {can("billing:manage") ? "." : ": ask an admin."}
    </Callout>
  );
}
