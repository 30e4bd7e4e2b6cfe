import { type JSX, Show } from "solid-js";
import { BUILT_IN_ROLES, isRole } from "#shared/permissions.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { Invitation } from "./live-invitation.tsx";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

/** Role, address and end of an invitation. */
export function InvitationDetails(props: { invitation: Invitation }) {
  const summary = () => {
    const { role } = props.invitation;
    return isRole(role) ? BUILT_IN_ROLES[role].summary : undefined;
  };
  return (
    <DetailList>
      <DetailRow term={texts().role}>
        <span class="font-medium">{roleNameOf(props.invitation)}</span>
        <span class="block text-muted">{summary()}</span>
      </DetailRow>
      <DetailRow term={texts().address}>
        <span class="break-all">{props.invitation.email}</span>
      </DetailRow>
      <DetailRow term={texts().expires}>
        <RelativeTime value={props.invitation.expiresAt} />
      </DetailRow>
      <Show when={props.invitation.requiresTwoFactor}>
        <DetailRow term={texts().signInThere}>
          <span class="font-medium">{texts().secondFactor}</span>
          <span class="block text-muted">{texts().secondFactorText}</span>
        </DetailRow>
      </Show>
    </DetailList>
  );
}

/** What an invitation is about. */
export function DetailList(props: { children: JSX.Element }) {
  return (
    <dl class="mb-6 divide-y divide-line rounded-lg border border-line bg-canvas text-sm">
      {props.children}
    </dl>
  );
}

/** A term and what it means here. */
export function DetailRow(props: { term: string; children: JSX.Element }) {
  return (
    <div class="flex gap-4 px-3.5 py-2.5">
      <dt class="w-20 shrink-0 text-muted">{props.term}</dt>
      <dd class="min-w-0">{props.children}</dd>
    </div>
  );
}
