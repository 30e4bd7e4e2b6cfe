import { For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { Section } from "#client/ui/section.tsx";
import { texts } from "./texts.ts";

/** Where an admin suspended the reader's access. */
export function SuspendedOrganizations() {
  const suspended = api.organizations.list.useQuery(() => ({
    suspended: "true",
  }));
  const items = () => (suspended.isSuccess ? suspended.data.items : []);
  return (
    <Show when={items().length > 0}>
      <Section
        title={texts().suspended.title}
        description={texts().suspended.text}
        flush
      >
        <ul class="divide-y divide-line">
          <For each={items()}>
            {(organization) => (
              <li class="flex items-center justify-between gap-3 px-5 py-3">
                <Identity
                  name={organization.name}
                  image={organization.logoUrl}
                  shape="organization"
                  detail={`/o/${organization.slug}`}
                />
                <Badge tone="warning">{texts().suspended.badge}</Badge>
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  );
}
