import { type JSX, Show } from "solid-js";
import type { RouterOutputs } from "#sdk/index.ts";
import { useOrganization } from "#sdk/solid.ts";
import { useRoles } from "#client/session/use-roles.ts";
import { useLastAdmin } from "#client/features/members/last-admin.ts";
import { RoleSelect } from "#client/features/members/role-select.tsx";
import { useMemberActions } from "#client/features/members/use-member-actions.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { TwoFactor } from "../cells.tsx";
import { memberOf } from "../person.ts";
import { InviterName } from "../person-link.tsx";
import { StatusLabel } from "../person-status.tsx";
import { texts } from "../texts.ts";

export type PersonDetails = RouterOutputs["people"]["get"];

/** The facts about a member that the caller may see. */
export function PersonFacts(props: { person: PersonDetails }) {
  const { can } = useOrganization();
  const roles = useRoles();
  const isLastAdmin = useLastAdmin();
  const { changeRole } = useMemberActions();
  return (
    <dl class="grid grid-cols-[minmax(6rem,11rem)_1fr] items-center gap-x-4 gap-y-2.5 px-5 py-4 text-sm">
      <Fact label={texts().drawer.role}>
        <RoleSelect
          member={memberOf(props.person)}
          roles={roles}
          isLastAdmin={isLastAdmin(props.person.id)}
          onChange={(role, roleName) =>
            void changeRole(memberOf(props.person), { role, roleName })
          }
        />
      </Fact>
      <Fact label={texts().drawer.status}>
        <span class="flex flex-wrap items-center gap-x-2">
          <StatusLabel person={props.person} />
          <Show when={props.person.suspendedAt}>
            {(at) => <RelativeTime value={at()} class="text-xs text-muted" />}
          </Show>
        </span>
      </Fact>
      <Show when={props.person.joinedAt}>
        {(at) => (
          <Fact label={texts().drawer.joined}>
            <RelativeTime value={at()} />
            <Show when={props.person.joinedBy}>
              {(by) => (
                <span class="text-muted">
                  {" "}
                  · {texts().drawer.joinedBy[by()]}
                </span>
              )}
            </Show>
          </Fact>
        )}
      </Show>
      <Show when={props.person.invitedBy}>
        {(inviter) => (
          <Fact label={texts().drawer.invitedBy}>
            <InviterName inviter={inviter()} />
          </Fact>
        )}
      </Show>
      <Show when={can("member:update")}>
        <Show when={props.person.lastActiveAt}>
          {(at) => (
            <Fact label={texts().drawer.lastActive}>
              <RelativeTime value={at()} />
            </Fact>
          )}
        </Show>
        <Fact label={texts().drawer.twoFactor}>
          <TwoFactor isOn={props.person.hasTwoFactor} />
        </Fact>
      </Show>
    </dl>
  );
}

function Fact(props: { label: string; children: JSX.Element }) {
  return (
    <>
      <dt class="text-muted">{props.label}</dt>
      <dd class="min-w-0 break-words">{props.children}</dd>
    </>
  );
}
