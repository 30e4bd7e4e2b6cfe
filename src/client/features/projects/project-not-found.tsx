import FolderX from "lucide-solid/icons/folder-x";
import { StatusPage } from "#client/layout/status-page.tsx";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";

export function ProjectNotFound() {
  const path = useOrganizationPath();
  return (
    <StatusPage
      icon={<FolderX size={20} />}
      title={texts().projectNotFound.title}
      actions={
        <LinkButton href={path("projects")} variant="primary">
          {texts().projectNotFound.allProjects}
        </LinkButton>
      }
    >
      <p>{texts().projectNotFound.text}</p>
    </StatusPage>
  );
}
