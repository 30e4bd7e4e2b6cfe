import { Show } from "solid-js";
import { Can, useOrganization } from "#client/session/organization.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { DeleteSection } from "./danger/delete-section.tsx";
import { HandOverSection } from "./danger/hand-over/hand-over-section.tsx";
import { LeaveSection } from "./danger/leave-section.tsx";
import { TEXTS } from "./texts.ts";

export default function DangerPage() {
  const { role } = useOrganization();
  return (
    <>
      <PageHeader
        title={TEXTS.dangerPage.dangerZone}
        description={TEXTS.dangerPage.description}
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
