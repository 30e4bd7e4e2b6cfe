import { createSignal, For, Show } from "solid-js";
import {
  PLACEHOLDER_KEY,
  type SnippetName,
  SNIPPETS,
} from "#shared/snippets/index.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";
import type { IssuedKey } from "#client/features/api-keys/api-key.ts";
import { LeaveGuard } from "#client/ui/leave-guard.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { QueryTabs } from "#client/ui/query-tabs.tsx";
import { createChoiceParam } from "#client/ui/search-param.ts";
import { CodeBlock } from "./code-block.tsx";
import { ReadOnlyKey } from "./read-only-key.tsx";
import { texts } from "./texts.ts";

const NAMES: readonly [SnippetName, ...SnippetName[]] = [
  "curl",
  "typescript",
  "react",
  "solid",
  "mcp",
];

/** Shows ready-made examples of a first call, with the URL, the slug and a key of the organization. */
export default function ConnectPage() {
  return (
    <Can
      permission="apiKey:own"
      fallback={<SettingsNoAccess permission="apiKey:own" />}
    >
      <Connect />
    </Can>
  );
}

function Connect() {
  const { slug } = useOrganization();
  const [name] = createChoiceParam("tab", NAMES);
  const [issued, setIssued] = createSignal<IssuedKey>();
  const [isCopied, setCopied] = createSignal(false);
  const key = () => issued()?.secret ?? PLACEHOLDER_KEY;
  const steps = () =>
    SNIPPETS[name()]({ url: location.origin, org: slug(), key: key() });
  const usesKey = () => steps().some(({ code }) => code.includes(key()));
  return (
    <>
      <PageHeader title={texts().title} description={texts().description} />
      <QueryTabs
        label={texts().title}
        tabs={NAMES.map((value) => ({ value, label: texts().tabs[value] }))}
      />
      <p class="mb-4 text-sm text-muted">{texts().about[name()]}</p>
      <Show when={usesKey()}>
        <ReadOnlyKey issued={issued()} onIssued={setIssued} />
      </Show>
      <div class="flex flex-col gap-4">
        <For each={steps()}>
          {(step) => (
            <CodeBlock
              step={step}
              onCopied={() => step.code.includes(key()) && setCopied(true)}
            />
          )}
        </For>
      </div>
      <Show when={issued() && !isCopied()}>
        <LeaveGuard isDirty isKeptOnPage title={texts().key.leaveTitle}>
          {texts().key.leaveText}
        </LeaveGuard>
      </Show>
    </>
  );
}
