import Mail from "lucide-solid/icons/mail";
import { useAuthContext } from "#client/session/session.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { JoinableOrganizations } from "./joinable-organizations.tsx";
import { ReceivedInvitations } from "./received-invitations.tsx";
import { texts } from "#client/features/account/texts.ts";

export default function InvitationsPage() {
  const context = useAuthContext(() => undefined);
  return (
    <>
      <PageHeader
        title={texts().invitations.title}
        description={texts().invitations.description}
      />
      <JoinableOrganizations />
      <ReceivedInvitations
        title={texts().invitations.list}
        empty={
          <EmptyState
            icon={<Mail size={20} />}
            title={texts().invitations.empty}
          >
            {texts().invitations.emptyText(context.data?.user.email ?? "")}
          </EmptyState>
        }
      />
    </>
  );
}
