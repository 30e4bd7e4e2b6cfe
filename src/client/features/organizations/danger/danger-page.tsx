import { Show } from "solid-js";
import { Can, useOrganization } from "#sdk/solid.ts";
import { PageHeader } from "#client/ui/page-header.tsx";
import { DeleteSection } from "./delete-section.tsx";
import { TransferSection } from "#client/features/admin-transfers/transfer-section.tsx";
import { LeaveSection } from "./leave-section.tsx";
import { texts } from "./texts.ts";

export default function DangerPage() {
  const { role } = useOrganization();
  return (
    <>
      <PageHeader title={texts().title} description={texts().description} />
      <Show when={role() === "admin"}>
        <TransferSection />
      </Show>
      <LeaveSection />
      <Can permission="organization:delete">
        <DeleteSection />
      </Can>
    </>
  );
}
