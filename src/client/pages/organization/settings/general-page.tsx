import { PageHeader } from "../../../ui/page-header.tsx";

export default function GeneralPage() {
  return <PageHeader title="Settings" />;
}
