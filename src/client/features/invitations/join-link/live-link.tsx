import { Show } from "solid-js";
import { BUILT_IN_ROLES, isRole } from "#shared/permissions.ts";
import type { api } from "#client/session/api.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { type AuthContext, signInPath } from "#client/session/session.ts";
import { Avatar } from "#client/ui/avatar.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { DetailList, DetailRow } from "../accept/invitation-details.tsx";
import type { Joined } from "../accept/join.ts";
import { JoinOrNot } from "./join-or-not.tsx";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

type Link = Awaited<ReturnType<typeof api.links.preview.mutate>>;

/** What the link is for, and what this reader can do with it. */
export function LiveLink(props: {
  link: Link;
  token: string;
  /** Who is signed in. */
  person: AuthContext["user"] | undefined;
  onJoined: (organization: Joined) => void;
  /** The link is not in hand any more. */
  onDone: () => void;
}) {
  const organization = () => props.link.organization;
  return (
    <AuthLayout
      title={texts().title(organization().name)}
      description={<bdi>{texts().madeBy(props.link.invitedBy)}</bdi>}
      sign={
        <Avatar
          name={organization().name}
          image={organization().logoUrl}
          shape="organization"
          size="lg"
        />
      }
    >
      <LinkDetails link={props.link} />
      <Show when={props.person} fallback={<SignInFirst />}>
        {(person) => (
          <JoinOrNot
            token={props.token}
            email={person().email}
            onJoined={props.onJoined}
            onDone={props.onDone}
          />
        )}
      </Show>
    </AuthLayout>
  );
}

function LinkDetails(props: { link: Link }) {
  const summary = () => {
    const { role } = props.link;
    return isRole(role) ? BUILT_IN_ROLES[role].summary : undefined;
  };
  return (
    <DetailList>
      <DetailRow term={texts().role}>
        <span class="font-medium">{roleNameOf(props.link)}</span>
        <span class="block text-muted">{summary()}</span>
      </DetailRow>
      <Show when={props.link.domains.length > 0}>
        <DetailRow term={texts().domains}>
          <span class="break-all">
            {texts().domainsText(props.link.domains)}
          </span>
        </DetailRow>
      </Show>
      <DetailRow term={texts().expires}>
        <RelativeTime value={props.link.expiresAt} />
      </DetailRow>
      <Show when={props.link.requiresTwoFactor}>
        <DetailRow term={texts().signInThere}>
          <span class="font-medium">{texts().secondFactor}</span>
          <span class="block text-muted">{texts().secondFactorText}</span>
        </DetailRow>
      </Show>
    </DetailList>
  );
}

function SignInFirst() {
  return (
    <div class="flex flex-col gap-3">
      <LinkButton href={signInPath("/join")} variant="primary" size="lg">
        {texts().signIn}
      </LinkButton>
      <LinkButton href="/sign-up" size="lg">
        {texts().signUp}
      </LinkButton>
      <p class="text-sm text-muted">{texts().comeBack}</p>
    </div>
  );
}
