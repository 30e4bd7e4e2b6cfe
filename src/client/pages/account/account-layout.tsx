import { PageHeader } from "../../ui/page-header.tsx";

export default function AccountLayout() {
  return <PageHeader title="AccountLayout" />;
}
