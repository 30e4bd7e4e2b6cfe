import { Can } from "../../../session/organization.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { DeleteSection } from "./danger/delete-section.tsx";
import { LeaveSection } from "./danger/leave-section.tsx";

export default function DangerPage() {
  return (
    <>
      <PageHeader
        title="Danger zone"
        description="What ends your access, or everybody’s."
      />
      <LeaveSection />
      <Can permission="organization:delete">
        <DeleteSection />
      </Can>
    </>
  );
}
