import { PageHeader } from "../../ui/page-header.tsx";

export default function InvitationPage() {
  return <PageHeader title="InvitationPage" />;
}
