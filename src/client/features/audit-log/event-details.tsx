import { For, type JSX, Show } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { formatExact } from "#client/lib/formats/time.ts";
import { ChangeTable } from "./change-table.tsx";
import { namesAt } from "./event.ts";
import type { EventRowProps } from "./event-row.tsx";
import { actorName } from "./sentences/sentence-of.ts";
import { texts } from "./texts.ts";

/** Shows the changes and the metadata of an audit event. */
export function EventDetails(props: EventRowProps) {
  const event = () => props.event;
  const nameOf = (id: string) => namesAt(event(), props.people.nameOf)(id);
  return (
    <div class="flex flex-col gap-4 border-t border-line bg-canvas px-4 py-4 text-sm sm:pl-10">
      <For
        each={event().changes}
        fallback={<p class="text-muted">{texts().details.noChanges}</p>}
      >
        {(change) => <ChangeTable change={change} nameOf={nameOf} />}
      </For>
      {props.actions}
      <dl class="grid gap-x-6 gap-y-1.5 sm:grid-cols-[auto_1fr]">
        <Fact name={texts().details.when}>
          {formatExact(new Date(event().at))}
        </Fact>
        <Fact name={texts().details.event}>
          <span class="tabular-nums">{event().seq}</span>
        </Fact>
        <Fact name={texts().details.action}>
          <code class="font-mono text-xs break-all">{event().action}</code>
        </Fact>
        <Show when={event().address}>
          {(address) => <Fact name={texts().details.address}>{address()}</Fact>}
        </Show>
        <Show when={event().actor.keyId}>
          {(id) => (
            <CopiedFact
              name={texts().details.key}
              copy={texts().details.copyKey}
              value={id()}
            />
          )}
        </Show>
        <Show when={event().actor.stewardId}>
          {(id) => (
            <Fact name={texts().details.steward}>
              <bdi>{props.people.nameOf(id())}</bdi>
            </Fact>
          )}
        </Show>
        <Show when={event().requestId}>
          {(id) => (
            <CopiedFact
              name={texts().details.request}
              copy={texts().details.copyRequest}
              value={id()}
            />
          )}
        </Show>
        <Show
          when={event().hash}
          fallback={
            <Fact name={texts().details.hash}>{texts().details.unhashed}</Fact>
          }
        >
          {(hash) => (
            <CopiedFact
              name={texts().details.hash}
              copy={texts().details.copyHash}
              value={hash()}
            />
          )}
        </Show>
      </dl>
      <RelatedEvents {...props} />
    </div>
  );
}

/** Links to the audit event, and to other events with the same actor or action. */
function RelatedEvents(props: EventRowProps) {
  const path = useOrganizationPath();
  const to = (name: string, value: string) =>
    path(`settings/audit?${new URLSearchParams({ [name]: value })}`);
  return (
    <p class="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      <TextLink href={to("event", String(props.event.seq))}>
        {texts().details.link}
      </TextLink>
      <Show when={props.event.actor.id}>
        {(id) => (
          <>
            <Show when={props.event.actor.kind !== "service"}>
              <TextLink href={path(`people/${id()}`)}>
                {texts().details.person(actorName(props.event))}
              </TextLink>
            </Show>
            <TextLink href={to("who", id())}>
              {texts().details.alsoBy(actorName(props.event))}
            </TextLink>
          </>
        )}
      </Show>
      <TextLink href={to("what", props.event.action)}>
        {texts().details.alsoAction}
      </TextLink>
    </p>
  );
}

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <>
      <dt class="self-center text-muted">{props.name}</dt>
      <dd class="flex min-w-0 items-center gap-1 max-sm:mb-1.5">
        {props.children}
      </dd>
    </>
  );
}

function CopiedFact(props: { name: string; copy: string; value: string }) {
  return (
    <Fact name={props.name}>
      <code class="min-w-0 font-mono text-xs break-all">{props.value}</code>
      <span class="print:hidden">
        <CopyButton value={props.value} label={props.copy} />
      </span>
    </Fact>
  );
}
