import { useLocation, useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Can, useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { HistoryLine } from "#client/session/history/history-line.tsx";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { memberKind } from "#client/features/members/verbs.ts";
import { Avatar } from "#client/ui/avatar.tsx";
import { Badge } from "#client/ui/badge.tsx";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { Drawer, DrawerTitle } from "#client/ui/drawer.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { memberOf, nameOf } from "../person.ts";
import { FROM_LIST } from "../person-link.tsx";
import { texts } from "../texts.ts";
import { PersonEvents } from "./person-events.tsx";
import { type PersonDetails, PersonFacts } from "./person-facts.tsx";
import { PersonProjects } from "./person-projects.tsx";
import { PersonKeys } from "./person-keys.tsx";

/** Shows everything about a member, and everything that the user can do with them. */
export default function PersonDrawer() {
  const params = useParams<{ userId: string }>();
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const location = useLocation();
  const navigate = useNavigate();
  const query = api.people.get.useQuery(() => ({
    org: slug(),
    userId: params.userId,
  }));
  const person = () => (query.isSuccess ? query.data : undefined);
  const title = () => {
    const found = person();
    if (found) return nameOf(found);
    return query.isError ? texts().drawer.gone : texts().drawer.loading;
  };
  const close = () => {
    // The list below is the previous page, so that going back returns to its place.
    if (location.state === (FROM_LIST as unknown)) navigate(-1);
    else
      navigate(path("people") + location.search, {
        replace: true,
        scroll: false,
      });
  };
  return (
    <Drawer
      title={title()}
      onClose={close}
      header={
        <Show when={person()} fallback={<DrawerTitle>{title()}</DrawerTitle>}>
          {(found) => <PersonHeader person={found()} />}
        </Show>
      }
      actions={
        <Show when={person()}>
          {(found) => <PersonMenu person={found()} />}
        </Show>
      }
    >
      <Loaded
        query={query}
        skeleton={
          <div class="p-5">
            <Skeleton rows={6} kind="text" />
          </div>
        }
        missing={
          <p class="px-5 py-4 text-sm text-muted">{texts().drawer.goneText}</p>
        }
      >
        {(found) => (
          <>
            <PersonFacts person={found()} />
            <div class="px-5 pb-4">
              <HistoryLine of={{ kind: "member", id: found().id }} />
            </div>
            <Show when={found().projects !== null}>
              <PersonProjects
                userId={params.userId}
                count={found().projects ?? 0}
              />
            </Show>
            <PersonKeys userId={params.userId} />
          </>
        )}
      </Loaded>
      <Can permission="audit:read">
        {/* The log also names former members. */}
        <PersonEvents userId={params.userId} />
      </Can>
    </Drawer>
  );
}

function PersonHeader(props: { person: PersonDetails }) {
  const { user } = useOrganization();
  return (
    <div class="flex min-w-0 items-center gap-3">
      <Avatar
        name={nameOf(props.person)}
        image={props.person.avatarUrl}
        size="lg"
      />
      <div class="min-w-0">
        <div class="flex min-w-0 flex-wrap items-center gap-x-2">
          <DrawerTitle>
            <bdi>{nameOf(props.person)}</bdi>
          </DrawerTitle>
          <Show when={props.person.id === user().id}>
            <Badge>{texts().you}</Badge>
          </Show>
        </div>
        <div class="flex min-w-0 items-center gap-1 text-sm text-muted">
          <bdi class="min-w-0 break-all">{props.person.email}</bdi>
          <CopyButton
            value={props.person.email}
            label={texts().drawer.copyEmail}
          />
        </div>
      </div>
    </div>
  );
}

function PersonMenu(props: { person: PersonDetails }) {
  const verbs = useVerbs(memberKind);
  // The drawer shows the role as a select.
  return (
    <VerbMenu
      label={texts().actionsFor(nameOf(props.person))}
      verbs={verbs}
      thing={memberOf(props.person)}
      without={["changeRole"]}
    />
  );
}
