import Mail from "lucide-solid/icons/mail";
import { useAuthContext } from "#client/session/session.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { JoinableOrganizations } from "./joinable-organizations.tsx";
import { ReceivedInvitations } from "./received-invitations.tsx";
import { texts } from "./texts.ts";

export default function InvitationsPage() {
  const context = useAuthContext(() => undefined);
  return (
    <>
      <PageHeader title={texts().title} description={texts().description} />
      <JoinableOrganizations />
      <ReceivedInvitations
        title={texts().list}
        empty={
          <EmptyState icon={<Mail size={20} />} title={texts().empty}>
            {texts().emptyText(context.data?.user.email ?? "")}
          </EmptyState>
        }
      />
    </>
  );
}
