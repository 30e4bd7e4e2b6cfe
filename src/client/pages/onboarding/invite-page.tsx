import { PageHeader } from "../../ui/page-header.tsx";

export default function InvitePage() {
  return <PageHeader title="InvitePage" />;
}
