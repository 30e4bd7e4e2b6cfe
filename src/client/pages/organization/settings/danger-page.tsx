import { Show } from "solid-js";
import { Can, useOrganization } from "../../../session/organization.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { DeleteSection } from "./danger/delete-section.tsx";
import { HandOverSection } from "./danger/hand-over/hand-over-section.tsx";
import { LeaveSection } from "./danger/leave-section.tsx";

export default function DangerPage() {
  const { role } = useOrganization();
  return (
    <>
      <PageHeader
        title="Danger zone"
        description="What ends your access, or everybody’s."
      />
      <Show when={role() === "admin"}>
        <HandOverSection />
      </Show>
      <LeaveSection />
      <Can permission="organization:delete">
        <DeleteSection />
      </Can>
    </>
  );
}
