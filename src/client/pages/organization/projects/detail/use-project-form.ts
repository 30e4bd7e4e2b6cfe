import { createEffect, createSignal, on } from "solid-js";
import { createStore } from "solid-js/store";
import { reasonOf } from "../../../../../sdk/errors.ts";
import { api } from "../../../../api.ts";
import { createFormProblems } from "../../../../form-problems.ts";
import { useOrganization } from "../../../../session/organization.tsx";
import { toast } from "../../../../ui/toast.ts";
import type { Project } from "../project.ts";
import { type ProjectFields, projectFields } from "../project-fields.ts";
import { readAgain } from "../project-changes.ts";
import { conflicts, isEdited, mergeEdits } from "./edits.ts";

/** A project being edited, against the state in which it was read: what others save meanwhile is not overwritten. */
export function useProjectForm(latest: () => Project) {
  const { slug } = useOrganization();
  const [base, setBase] = createSignal({ ...latest() });
  const [typed, setTyped] = createStore<ProjectFields>(fieldsOf(latest()));
  const [isStale, setStale] = createSignal(false);
  const [replaced, setReplaced] = createSignal<(keyof ProjectFields)[]>([]);
  const problems = createFormProblems(["name", "description"]);
  const update = api.projects.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));

  const restart = (project: Project) => {
    setBase({ ...project });
    setTyped(fieldsOf(project));
    setStale(false);
    setReplaced([]);
  };
  const isDirty = () => isEdited(base(), typed);
  // Renamed in another tab, archived by the button above: what nobody edits here follows.
  createEffect(
    on(
      () => latest().updatedAt,
      () => !isDirty() && restart(latest()),
      { defer: true },
    ),
  );

  /** Takes over what was saved meanwhile, and keeps what was typed here. */
  const reload = async () => {
    const org = slug();
    const projectId = base().id;
    const now = await api.projects.get.query({ org, projectId });
    setReplaced(conflicts(base(), typed, now));
    setTyped(mergeEdits(base(), typed, now));
    setBase(now);
    setStale(false);
    api.projects.get.setData({ org, projectId }, now);
  };

  const save = () =>
    problems.attempt(async () => {
      const org = slug();
      const { id: projectId, updatedAt } = base();
      const fields = projectFields.parse({ ...typed });
      try {
        const saved = await update.mutateAsync({
          org,
          projectId,
          updatedAt,
          ...fields,
        });
        restart(saved);
        api.projects.get.setData({ org, projectId }, saved);
        void readAgain(org);
        toast.success("Saved");
      } catch (error) {
        if (reasonOf(error) !== "STALE") throw error;
        setStale(true);
      }
    });

  return {
    typed,
    setTyped,
    base,
    isDirty,
    isStale,
    replaced,
    problems,
    save,
    reload,
    discard: () => restart(latest()),
  };
}

export type ProjectForm = ReturnType<typeof useProjectForm>;

function fieldsOf({ name, description }: Project): ProjectFields {
  return { name, description };
}
