import { For, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import { formatRelative } from "#client/lib/formats/time.ts";
import { currentTime } from "#client/ui/now.ts";
import { Avatar } from "#client/ui/avatar.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Section } from "#client/ui/section.tsx";
import { texts } from "./texts.ts";
import type { Dashboard } from "./use-dashboard.ts";

type ActiveMember = NonNullable<Dashboard["members"]>[number];

/** Shows the members who were active last, with links to the list of members. */
export function ActiveMembers(props: {
  members: NonNullable<Dashboard["members"]>;
}) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  return (
    <Section
      title={texts().members.title}
      actions={
        <div class="flex gap-2">
          <LinkButton size="sm" href={path("people")}>
            {texts().members.all}
          </LinkButton>
          <Show when={can("invitation:create")}>
            <LinkButton size="sm" href={path("people?invite=1")}>
              {texts().members.invite}
            </LinkButton>
          </Show>
        </div>
      }
    >
      <ul class="-mx-2 grid grid-cols-4 gap-y-1">
        <For each={props.members}>
          {(member) => (
            <li class="min-w-0">
              <a
                href={path(`people/${member.userId}`)}
                title={titleOf(member)}
                class="flex min-w-0 flex-col items-center gap-1 rounded-md px-1 py-2 text-center text-xs hover:bg-hover"
              >
                <Avatar name={member.name} image={member.avatarUrl} size="md" />
                <bdi class="max-w-full truncate">{member.name}</bdi>
              </a>
            </li>
          )}
        </For>
      </ul>
    </Section>
  );
}

function titleOf(member: ActiveMember): string {
  const { member: describe, active } = texts().members;
  const title = describe(member.name, roleNameOf(member));
  if (member.lastActiveAt === null) return title;
  const at = new Date(member.lastActiveAt);
  return active(title, formatRelative(at, currentTime()));
}
