import FolderX from "lucide-solid/icons/folder-x";
import { StatusPage } from "../../../../layout/status-page.tsx";
import { useOrganization } from "../../../../session/organization.tsx";
import { LinkButton } from "../../../../ui/link-button.tsx";

export function ProjectNotFound() {
  const { path } = useOrganization();
  return (
    <StatusPage
      icon={<FolderX size={20} />}
      title="Project not found"
      actions={
        <LinkButton href={path("projects")} variant="primary">
          All projects
        </LinkButton>
      }
    >
      <p>It may have been deleted, or it belongs to another organization.</p>
    </StatusPage>
  );
}
