import { PageHeader } from "../../../ui/page-header.tsx";
import { TEXTS } from "./texts.ts";

export default function TwoFactorPage() {
  return <PageHeader title={TEXTS.title} />;
}
