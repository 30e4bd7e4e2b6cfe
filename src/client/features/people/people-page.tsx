import UserPlus from "lucide-solid/icons/user-plus";
import { Match, Switch } from "solid-js";
import { Can, useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { QueryTabs } from "#client/ui/query-tabs.tsx";
import {
  createChoiceParam,
  createDialogParam,
} from "#client/ui/search-param.ts";
import {
  countOf,
  useMembers,
  usePendingInvitations,
} from "#client/session/counts.ts";
import { Invitations } from "#client/features/invitations/invitations.tsx";
import { InviteDialog } from "#client/features/invitations/invite/invite-dialog.tsx";
import { Links } from "#client/features/invitations/links/links.tsx";
import { MembersTab } from "#client/features/members/members-tab.tsx";
import { texts } from "./texts.ts";

export default function PeoplePage() {
  const { organization } = useOrganization();
  const [tab] = createChoiceParam("tab", ["members", "invitations", "links"]);
  const invite = createDialogParam("invite");
  const members = useMembers();
  const invitations = usePendingInvitations();
  return (
    <>
      <PageHeader
        title={texts().title}
        description={texts().description(<bdi>{organization().name}</bdi>)}
        actions={
          <Can permission="invitation:create">
            <Button
              variant="primary"
              icon={<UserPlus size={16} />}
              onClick={invite.open}
            >
              {texts().invite}
            </Button>
          </Can>
        }
      />
      <QueryTabs
        label={texts().title}
        tabs={[
          {
            value: "members",
            label: texts().members,
            count: countOf(members),
          },
          {
            value: "invitations",
            label: texts().invitations,
            count: countOf(invitations),
          },
          { value: "links", label: texts().links },
        ]}
      />
      <Switch fallback={<MembersTab />}>
        <Match when={tab() === "invitations"}>
          <Invitations onInvite={invite.open} />
        </Match>
        <Match when={tab() === "links"}>
          <Links />
        </Match>
      </Switch>
      <InviteDialog open={invite.isOpen()} onClose={invite.close} />
    </>
  );
}
