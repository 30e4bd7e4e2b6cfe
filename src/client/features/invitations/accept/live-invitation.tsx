import { createSignal, Match, Show, Switch } from "solid-js";
import type { api } from "#client/session/api.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import type { AuthContext } from "#client/session/session.ts";
import { Avatar } from "#client/ui/avatar.tsx";
import { MailSent } from "#client/features/sign-in/sign-up/mail-sent.tsx";
import { AcceptOrDecline } from "./accept-or-decline.tsx";
import { InvitationDetails } from "./invitation-details.tsx";
import type { Join } from "./join.ts";
import { NewPerson, SignInFirst } from "./signed-out.tsx";
import { texts } from "./texts.ts";
import { WrongAccount } from "./wrong-account.tsx";

export type Invitation = Awaited<
  ReturnType<typeof api.invitations.preview.mutate>
> & { token: string };

export interface LiveInvitationProps {
  invitation: Invitation;
  /** Who is signed in. */
  person: AuthContext["user"] | undefined;
  join: Join;
  onDeclined: () => void;
  onPersonChange: () => void;
}

/** What the invitation is for, and what this reader can do with it. */
export function LiveInvitation(props: LiveInvitationProps) {
  const [mailedTo, setMailedTo] = createSignal<string>();
  const organization = () => props.invitation.organization;
  const isAddressee = () => props.person?.email === props.invitation.email;
  return (
    <Show
      when={mailedTo()}
      fallback={
        <AuthLayout
          title={texts().title(organization().name)}
          description={
            <bdi>{texts().invitedBy(props.invitation.invitedBy)}</bdi>
          }
          sign={
            <Avatar
              name={organization().name}
              image={organization().logoUrl}
              shape="organization"
              size="lg"
            />
          }
        >
          <InvitationDetails invitation={props.invitation} />
          <Switch fallback={<NewPerson {...props} onMailSent={setMailedTo} />}>
            <Match when={isAddressee()}>
              <AcceptOrDecline
                token={props.invitation.token}
                join={props.join}
                onDeclined={props.onDeclined}
              />
            </Match>
            <Match when={props.person}>
              {(person) => (
                <WrongAccount
                  invited={props.invitation.email}
                  signedIn={person().email}
                  onPersonChange={props.onPersonChange}
                />
              )}
            </Match>
            <Match when={props.invitation.accountExists}>
              <SignInFirst email={props.invitation.email} />
            </Match>
          </Switch>
        </AuthLayout>
      }
    >
      {(email) => <MailSent email={email()} />}
    </Show>
  );
}
