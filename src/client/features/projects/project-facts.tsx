import { type JSX, Match, Switch } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Section } from "#client/ui/section.tsx";
import { skipToken } from "#sdk/solid.ts";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";

/** Shows the creator, the dates and the id of a project. */
export function ProjectFacts(props: { project: Project }) {
  return (
    <Section title={texts().projectFacts.about}>
      <dl class="flex flex-col gap-3.5 text-sm">
        <Fact label={texts().projectFacts.createdBy}>
          <Creator userId={props.project.createdBy} />
        </Fact>
        <Fact label={texts().projectFacts.created}>
          <RelativeTime value={props.project.createdAt} />
        </Fact>
        <Fact label={texts().projectFacts.updated}>
          <RelativeTime value={props.project.updatedAt} />
        </Fact>
        <Fact label={texts().projectFacts.projectId}>
          <span class="flex items-center gap-1">
            <code class="min-w-0 truncate font-mono text-xs">
              {props.project.id}
            </code>
            <CopyButton
              value={props.project.id}
              label={texts().projectFacts.copyProjectId}
            />
          </span>
        </Fact>
      </dl>
    </Section>
  );
}

function Fact(props: { label: string; children: JSX.Element }) {
  return (
    <div class="min-w-0">
      <dt class="mb-0.5 text-xs text-muted">{props.label}</dt>
      <dd class="min-w-0">{props.children}</dd>
    </div>
  );
}

function Creator(props: { userId: string | null }) {
  const { slug, user } = useOrganization();
  const creator = api.members.get.useQuery(() =>
    props.userId ? { org: slug(), userId: props.userId } : skipToken,
  );
  return (
    <Switch
      fallback={
        <span class="text-muted">{texts().projectFacts.aFormerMember}</span>
      }
    >
      <Match when={props.userId === user().id}>
        <Identity name={user().name} image={user().avatarUrl} />
      </Match>
      <Match when={props.userId && creator.isPending}>
        <span class="text-muted">…</span>
      </Match>
      <Match when={creator.isSuccess && creator.data}>
        {(member) => (
          <Identity name={member().name} image={member().avatarUrl} />
        )}
      </Match>
    </Switch>
  );
}
