import { PageHeader } from "../../ui/page-header.tsx";

export default function SignUpPage() {
  return <PageHeader title="SignUpPage" />;
}
