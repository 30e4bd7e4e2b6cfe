import UserPlus from "lucide-solid/icons/user-plus";
import { Show } from "solid-js";
import { Can, useOrganization } from "../../../../session/organization.tsx";
import { Button } from "../../../../ui/button.tsx";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { QueryTabs } from "../../../../ui/query-tabs.tsx";
import {
  createChoiceParam,
  createDialogParam,
} from "../../../../ui/search-param.ts";
import { countOf, useMembers, useOpenInvitations } from "../../counts.ts";
import { Invitations } from "./invitations/invitations.tsx";
import { InviteDialog } from "./invite/invite-dialog.tsx";
import { Members } from "./members/members.tsx";

export default function TeamPage() {
  const { organization } = useOrganization();
  const [tab] = createChoiceParam("tab", ["members", "invitations"]);
  const invite = createDialogParam("invite");
  const members = useMembers();
  const invitations = useOpenInvitations();
  return (
    <>
      <PageHeader
        title="Team"
        description={
          <>
            Who works in <bdi>{organization().name}</bdi>, and what they may do.
          </>
        }
        actions={
          <Can permission="invitation:create">
            <Button
              variant="primary"
              icon={<UserPlus size={16} />}
              onClick={invite.open}
            >
              Invite people
            </Button>
          </Can>
        }
      />
      <QueryTabs
        label="Team"
        tabs={[
          { value: "members", label: "Members", count: countOf(members) },
          {
            value: "invitations",
            label: "Invitations",
            count: countOf(invitations),
          },
        ]}
      />
      <Show
        when={tab() === "members"}
        fallback={<Invitations onInvite={invite.open} />}
      >
        <Members />
      </Show>
      <InviteDialog open={invite.isOpen()} onClose={invite.close} />
    </>
  );
}
