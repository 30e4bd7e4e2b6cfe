import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { Callout } from "#client/ui/callout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { PLANS } from "#shared/plans.ts";
import { texts } from "./texts.ts";

/** Explains why a project is read-only, and links to the billing page. */
export function FrozenCallout() {
  const { organization, can } = useOrganization();
  const path = useOrganizationPath();
  return (
    <Callout
      tone="warning"
      title={texts().frozenCallout.title}
      class="mb-6"
      action={
        <Show when={can("billing:manage")}>
          <LinkButton href={path("settings/billing")} size="sm">
            {texts().frozenCallout.goToBilling}
          </LinkButton>
        </Show>
      }
    >
      {texts().frozenCallout.text(
        <bdi>{organization().name}</bdi>,
        PLANS[organization().plan].label,
        can("billing:manage"),
      )}
    </Callout>
  );
}
