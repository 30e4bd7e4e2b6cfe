import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

/** Shows the number of free seats to members who may read billing data. */
export function SeatsLeft() {
  return (
    <Can permission="billing:read">
      <Left />
    </Can>
  );
}

function Left() {
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const billing = api.billing.get.useQuery(() => ({ org: slug() }));
  const seats = () =>
    billing.isSuccess ? billing.data.usage.seats : undefined;
  const left = () => {
    const { limit = null, used = 0, invited = 0 } = seats() ?? {};
    return limit === null ? undefined : Math.max(0, limit - used - invited);
  };
  return (
    <Show when={left() !== undefined}>
      <p class="text-sm text-muted">
        {texts().seatsLeft.left(left() ?? 0, seats()?.limit ?? 0)}{" "}
        <Can permission="billing:manage">
          <TextLink href={path("settings/billing")}>
            {texts().seatsLeft.addSeats}
          </TextLink>
        </Can>
      </p>
    </Show>
  );
}
