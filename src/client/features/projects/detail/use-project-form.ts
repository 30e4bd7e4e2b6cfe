import { api } from "#client/session/api.ts";
import { createEdits } from "#client/ui/edits/create-edits.ts";
import type { Version } from "#client/ui/edits/versions.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { toast } from "#client/ui/toast.ts";
import type { Project } from "../project.ts";
import { readAgain } from "../project-changes.ts";
import { type ProjectFields, projectFields } from "../project-fields.ts";
import { texts } from "./texts.ts";

/** A project being edited, against the version in which it was read. */
export function useProjectForm(latest: () => Project) {
  const { slug } = useOrganization();
  const problems = createFormProblems(["name", "description"]);
  const update = api.projects.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const id = () => ({ org: slug(), projectId: latest().id });
  const show = (project: Project) => {
    api.projects.get.setData(id(), project);
    return versionOf(project);
  };

  const edits = createEdits<ProjectFields>({
    latest: () => versionOf(latest()),
    read: async () => show(await api.projects.get.query(id())),
    save: async (typed, updatedAt) => {
      const fields = projectFields.parse(typed);
      const saved = await update.mutateAsync({ ...id(), ...fields, updatedAt });
      return show(saved);
    },
  });
  const attempt = (save: () => Promise<boolean>) =>
    problems.attempt(async () => {
      if (!(await save())) return;
      void readAgain(slug());
      toast.success(texts().useProjectForm.saved);
    });

  return {
    edits,
    problems,
    save: () => attempt(edits.save),
    saveAnyway: () => attempt(edits.saveAnyway),
  };
}

function versionOf(project: Project): Version<ProjectFields> {
  const { name, description, updatedAt } = project;
  return { fields: { name, description }, updatedAt };
}
