import { PageHeader } from "../../../../ui/page-header.tsx";

export default function TeamPage() {
  return <PageHeader title="Team" />;
}
