import { PageHeader } from "../../../ui/page-header.tsx";

export default function DangerPage() {
  return <PageHeader title="Danger zone" />;
}
