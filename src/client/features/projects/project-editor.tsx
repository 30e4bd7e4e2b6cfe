import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { createEdits } from "#client/ui/edits/create-edits.ts";
import { EditSection } from "#client/ui/edits/edit-section.tsx";
import type { Version } from "#client/ui/edits/versions.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { TextArea } from "#client/ui/text-area.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import type { Project } from "./project.ts";
import { refetchProjects } from "./project-changes.ts";
import { type ProjectFields, projectFields } from "./project-fields.ts";
import { texts } from "./texts.ts";

/** Lets members with the permission change a project's name and description. */
export function ProjectEditor(props: { project: Project }) {
  const { slug, user } = useOrganization();
  const edits = useProjectEdits(() => props.project);
  const problems = createFormProblems(["name", "description"]);
  return (
    <EditSection
      wide
      title={texts().projectEditor.details}
      hint={
        <span role="status">
          {edits.isDirty()
            ? texts().projectEditor.unsaved
            : texts().projectEditor.allSaved}
        </span>
      }
      edits={edits}
      problems={problems}
      labels={{
        name: texts().projectEditor.name,
        description: texts().projectEditor.description,
      }}
      readerId={user().id}
      saved={texts().projectEditor.saved}
      onSaved={() => void refetchProjects(slug())}
    >
      <TextField
        id={problems.id("name")}
        label={texts().projectEditor.name}
        autocomplete="off"
        value={edits.typed.name}
        onInput={(name) => edits.type({ name })}
        error={problems.at("name")}
      />
      <TextArea
        id={problems.id("description")}
        label={texts().projectEditor.description}
        optional
        rows={8}
        value={edits.typed.description}
        onInput={(description) => edits.type({ description })}
        error={problems.at("description")}
      />
    </EditSection>
  );
}

function useProjectEdits(latest: () => Project) {
  const { slug } = useOrganization();
  const update = api.projects.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const id = () => ({ org: slug(), projectId: latest().id });
  const show = (project: Project) => {
    api.projects.get.setData(id(), project);
    return versionOf(project);
  };
  return createEdits<ProjectFields>({
    latest: () => versionOf(latest()),
    read: async () => show(await api.projects.get.query(id())),
    save: async (typed, updatedAt) => {
      const fields = projectFields.parse(typed);
      return show(await update.mutateAsync({ ...id(), ...fields, updatedAt }));
    },
  });
}

function versionOf(project: Project): Version<ProjectFields> {
  const { name, description, updatedAt } = project;
  return { fields: { name, description }, updatedAt };
}
