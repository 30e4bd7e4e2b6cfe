import { PageHeader } from "../../ui/page-header.tsx";

export default function OrganizationsPage() {
  return <PageHeader title="OrganizationsPage" />;
}
