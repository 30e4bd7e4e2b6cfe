import { Show } from "solid-js";
import { CopyButton } from "#client/ui/copy-button.tsx";
import type { Domain } from "./domain.ts";
import { texts } from "./texts.ts";

/** Shows the DNS record that proves ownership of the domain. */
export function DnsRecord(props: { domain: Domain }) {
  const { record } = texts();
  return (
    <dl class="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[max-content_1fr]">
      <Part label={record.type} value={props.domain.record.type} />
      <Part
        label={record.name}
        value={props.domain.record.name}
        copy={record.copyName(props.domain.domain)}
      />
      <Part
        label={record.value}
        value={props.domain.record.value}
        copy={record.copyValue(props.domain.domain)}
      />
    </dl>
  );
}

function Part(props: { label: string; value: string; copy?: string }) {
  return (
    <>
      <dt class="text-muted sm:py-1">{props.label}</dt>
      <dd class="flex min-w-0 items-center justify-between gap-2 rounded-md bg-sunken px-2.5 py-1">
        <code class="min-w-0 font-mono break-all">{props.value}</code>
        <Show when={props.copy}>
          {(label) => <CopyButton label={label()} value={props.value} />}
        </Show>
      </dd>
    </>
  );
}
