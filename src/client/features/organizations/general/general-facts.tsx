import { For, type JSX } from "solid-js";
import type { OrganizationSettings } from "#shared/settings.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Section } from "#client/ui/section.tsx";
import { describeSettings, wordFor } from "./setting.ts";
import { texts } from "./texts.ts";

/** Shows the settings to members who cannot change them. */
export function GeneralFacts(props: { settings: OrganizationSettings }) {
  const { organization, slug } = useOrganization();
  const valueOf = (name: string) =>
    wordFor((props.settings as Record<string, unknown>)[name]);
  return (
    <Section
      title={texts().generalFacts.organization}
      description={texts().generalFacts.onlyAdmins}
      flush
    >
      <dl class="divide-y divide-line text-sm">
        <Fact label={texts().generalFacts.name}>
          <bdi>{organization().name}</bdi>
        </Fact>
        <Fact label={texts().generalFacts.url}>
          {location.host}/o/{slug()}
        </Fact>
        <For each={describeSettings()}>
          {(setting) => (
            <Fact label={setting.label}>{valueOf(setting.name)}</Fact>
          )}
        </For>
      </dl>
    </Section>
  );
}

function Fact(props: { label: string; children: JSX.Element }) {
  return (
    <div class="flex flex-col gap-x-4 px-5 py-2.5 sm:flex-row">
      <dt class="w-36 shrink-0 text-muted">{props.label}</dt>
      <dd class="min-w-0 break-words">{props.children}</dd>
    </div>
  );
}
