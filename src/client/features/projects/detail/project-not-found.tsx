import FolderX from "lucide-solid/icons/folder-x";
import { StatusPage } from "#client/layout/status-page.tsx";
import { useOrganization } from "#client/session/organization.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TEXTS } from "./texts.ts";

export function ProjectNotFound() {
  const { path } = useOrganization();
  return (
    <StatusPage
      icon={<FolderX size={20} />}
      title={TEXTS.projectNotFound.projectNotFound}
      actions={
        <LinkButton href={path("projects")} variant="primary">
          {TEXTS.projectNotFound.allProjects}
        </LinkButton>
      }
    >
      <p>{TEXTS.projectNotFound.itMayHaveBeen}</p>
    </StatusPage>
  );
}
