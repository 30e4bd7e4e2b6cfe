import Mail from "lucide-solid/icons/mail";
import { useAuthContext } from "#client/session/session.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { JoinableOrganizations } from "./joinable-organizations.tsx";
import { ReceivedInvitations } from "./received-invitations.tsx";
import { TEXTS } from "#client/features/account/texts.ts";

export default function InvitationsPage() {
  const context = useAuthContext(() => undefined);
  return (
    <>
      <PageHeader
        title={TEXTS.invitations.title}
        description={TEXTS.invitations.description}
      />
      <JoinableOrganizations />
      <ReceivedInvitations
        title={TEXTS.invitations.list}
        empty={
          <EmptyState icon={<Mail size={20} />} title={TEXTS.invitations.empty}>
            {TEXTS.invitations.emptyText(context.data?.user.email ?? "")}
          </EmptyState>
        }
      />
    </>
  );
}
