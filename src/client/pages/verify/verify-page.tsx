import { PageHeader } from "../../ui/page-header.tsx";

export default function VerifyPage() {
  return <PageHeader title="VerifyPage" />;
}
