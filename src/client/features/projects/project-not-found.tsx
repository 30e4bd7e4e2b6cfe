import FolderX from "lucide-solid/icons/folder-x";
import { StatusPage } from "#client/layout/status-page.tsx";
import { useOrganization } from "#client/session/organization.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";

export function ProjectNotFound() {
  const { path } = useOrganization();
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
