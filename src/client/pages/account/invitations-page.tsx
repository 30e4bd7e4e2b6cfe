import { PageHeader } from "../../ui/page-header.tsx";

export default function InvitationsPage() {
  return <PageHeader title="InvitationsPage" />;
}
