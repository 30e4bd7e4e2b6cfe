import Inbox from "lucide-solid/icons/inbox";
import UserRoundX from "lucide-solid/icons/user-round-x";
import UserRoundCog from "lucide-solid/icons/user-round-cog";
import { For } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { texts } from "../texts.ts";
import type { Attention } from "../use-dashboard.ts";
import { AttentionLink, AttentionRow, MoreRow } from "./attention-row.tsx";

/** The open requests of members for a role or a seat. */
export function RequestsRow(props: {
  requests: NonNullable<Attention["requests"]>;
}) {
  const path = useOrganizationPath();
  const { requests: labels } = texts().attention;
  return (
    <AttentionRow
      icon={<Inbox size={16} />}
      tone="info"
      detail={labels.why}
      actions={
        <AttentionLink
          href={path("people?tab=requests")}
          label={labels.action}
        />
      }
    >
      {labels.count(props.requests.count)}
    </AttentionRow>
  );
}

/** The members who were not active for a long time. */
export function InactiveRow(props: {
  inactive: NonNullable<Attention["inactive"]>;
}) {
  const path = useOrganizationPath();
  const { inactive: labels } = texts().attention;
  return (
    <AttentionRow
      icon={<UserRoundX size={16} />}
      tone="info"
      detail={labels.why}
      actions={
        <AttentionLink
          href={path(`people?inactiveDays=${props.inactive.days}`)}
          label={labels.action}
        />
      }
    >
      {labels.count(props.inactive.count, props.inactive.days)}
    </AttentionRow>
  );
}

/** The custom roles that nothing in the organization uses. */
export function UnusedRoleRows(props: {
  roles: NonNullable<Attention["roles"]>;
}) {
  const path = useOrganizationPath();
  const { role: labels } = texts().attention;
  return (
    <>
      <For each={props.roles.first}>
        {({ id, name }) => (
          <AttentionRow
            icon={<UserRoundCog size={16} />}
            tone="info"
            detail={labels.why}
            actions={
              <AttentionLink
                href={path(`settings/roles/${id}`)}
                label={labels.action}
                about={name}
              />
            }
          >
            {labels.unused(name)}
          </AttentionRow>
        )}
      </For>
      <MoreRow
        due={props.roles}
        label={labels.more}
        href={path("settings/roles")}
      />
    </>
  );
}
