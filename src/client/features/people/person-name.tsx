import Mail from "lucide-solid/icons/mail";
import { type JSX, Match, Show, Switch } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { cx } from "#client/ui/cx.ts";
import { Identity } from "#client/ui/identity.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { isMember, nameOf, type Person } from "./person.ts";
import { PersonLink } from "./person-link.tsx";
import { statusOf } from "./person-status.tsx";
import { texts } from "./texts.ts";

/** The name of a member, which leads to everything about them, or the address of an invitation. */
export function PersonName(props: { person: Person }) {
  const { user } = useOrganization();
  return (
    <Show
      when={isMember(props.person)}
      fallback={<InvitedName person={props.person} />}
    >
      <PersonLink
        userId={props.person.id}
        class="block min-w-0 rounded-sm hover:underline"
      >
        <Identity
          name={nameOf(props.person)}
          detail={props.person.email}
          image={props.person.avatarUrl}
          badge={
            <Show when={props.person.id === user().id}>
              <Badge>{texts().you}</Badge>
            </Show>
          }
        />
      </PersonLink>
    </Show>
  );
}

function InvitedName(props: { person: Person }) {
  return (
    <span class="flex min-w-0 items-center gap-2.5">
      <span
        aria-hidden="true"
        class="grid size-7 shrink-0 place-items-center rounded-full border border-dashed border-line-strong text-subtle"
      >
        <Mail size={14} />
      </span>
      <span class="min-w-0">
        <bdi class="block truncate font-medium">{props.person.email}</bdi>
        <span
          class={cx(
            "text-xs text-muted",
            explanationOf(props.person) ? "line-clamp-3" : "block sm:truncate",
          )}
          title={explanationOf(props.person)}
        >
          <InvitationState person={props.person} />
        </span>
      </span>
    </span>
  );
}

/** Says when an invitation ends, or why it cannot be accepted. */
function InvitationState(props: { person: Person }): JSX.Element {
  return (
    <Switch fallback={explanationOf(props.person)}>
      <Match when={statusOf(props.person) === "expired"}>
        {texts().expired(<RelativeTime value={props.person.expiresAt ?? ""} />)}
      </Match>
      <Match when={statusOf(props.person) === "invited"}>
        {texts().expires(<RelativeTime value={props.person.expiresAt ?? ""} />)}
      </Match>
    </Switch>
  );
}

function explanationOf(person: Person): string | undefined {
  const status = statusOf(person);
  return status === "void" || status === "notSent"
    ? texts().explanation[status]
    : undefined;
}
