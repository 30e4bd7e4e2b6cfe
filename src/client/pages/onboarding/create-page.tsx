import { PageHeader } from "../../ui/page-header.tsx";

export default function CreatePage() {
  return <PageHeader title="CreatePage" />;
}
