import { type JSX, Match, Show, Switch } from "solid-js";
import { isId } from "#shared/id.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { HistoryLine } from "#client/session/history/history-line.tsx";
import { Button } from "#client/ui/button.tsx";
import { CopyableId } from "#client/ui/copyable-id.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Section } from "#client/ui/section.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { skipToken } from "#sdk/solid.ts";
import type { Project } from "./project.ts";
import { OwnerName } from "./owner-name.tsx";
import { texts } from "./texts.ts";
import { useProjectActions } from "./use-project-actions.ts";
import { openOwner } from "./verbs.ts";

/** Shows the creator, the dates and the id of a project. */
export function ProjectFacts(props: { project: Project }) {
  return (
    <Section title={texts().projectFacts.about}>
      <dl class="flex flex-col gap-3.5 text-sm">
        <Fact label={texts().table.owner}>
          <Owner project={props.project} />
        </Fact>
        <Fact label={texts().projectFacts.createdBy}>
          <Show
            when={isAccount(props.project.createdBy)}
            fallback={<Creator userId={props.project.createdBy} />}
          >
            <CreatedByAccount id={props.project.createdBy ?? ""} />
          </Show>
        </Fact>
        <Fact label={texts().projectFacts.created}>
          <RelativeTime value={props.project.createdAt} />
        </Fact>
        <Fact label={texts().projectFacts.updated}>
          <RelativeTime value={props.project.updatedAt} />
        </Fact>
        <Fact label={texts().projectFacts.projectId}>
          <CopyableId
            id={props.project.id}
            copyLabel={texts().projectFacts.copyProjectId}
          />
        </Fact>
      </dl>
      <div class="mt-4">
        <HistoryLine of={{ kind: "project", id: props.project.id }} />
      </div>
    </Section>
  );
}

function Owner(props: { project: Project }) {
  const { can } = useOrganization();
  const { canChangeOwner } = useProjectActions();
  return (
    <span class="flex min-w-0 items-center justify-between gap-2">
      <OwnerName project={props.project} size="md" />
      <Show when={can("project:update") && canChangeOwner(props.project)}>
        <Button
          size="sm"
          onClick={() => openOwner({ project: { ...props.project } })}
        >
          {texts().owner.change}
        </Button>
      </Show>
    </span>
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

function isAccount(id: string | null): boolean {
  return id !== null && isId("serviceAccount", id);
}

/** Shows a service account as creator. Only users who manage API keys can see its name. */
function CreatedByAccount(props: { id: string }) {
  const { slug, can } = useOrganization();
  const path = useOrganizationPath();
  const account = api.serviceAccounts.get.useQuery(
    () => ({ org: slug(), id: props.id }),
    () => ({ enabled: can("apiKey:manage") }),
  );
  return (
    <Show
      when={account.isSuccess && account.data}
      fallback={
        <span class="text-muted">{texts().projectFacts.aServiceAccount}</span>
      }
    >
      {(found) => (
        <span class="block break-words">
          <TextLink href={path(`settings/api/service-accounts/${found().id}`)}>
            <bdi>{found().name}</bdi>
          </TextLink>{" "}
          <span class="text-muted">{texts().projectFacts.serviceAccount}</span>
        </span>
      )}
    </Show>
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
        <PersonLink userId={user().id}>
          <Identity name={user().name} image={user().avatarUrl} />
        </PersonLink>
      </Match>
      <Match when={props.userId && creator.isPending}>
        <span class="text-muted">…</span>
      </Match>
      <Match when={creator.isSuccess && creator.data}>
        {(member) => (
          <PersonLink userId={member().userId}>
            <Identity name={member().name} image={member().avatarUrl} />
          </PersonLink>
        )}
      </Match>
    </Switch>
  );
}

function PersonLink(props: { userId: string; children: JSX.Element }) {
  const path = useOrganizationPath();
  return (
    <a
      href={path(`people/${props.userId}`)}
      class="block rounded-sm hover:underline"
    >
      {props.children}
    </a>
  );
}
