import { newIdAt } from "#shared/id";
import { DAY, HOUR } from "./calendar";
import type { Happening, OrganizationHistory, Rows } from "./history";
import type { OrganizationScript, ProjectSketch } from "./script";
import { momentOf, someone, type Telling } from "./telling";

/** The projects of a script: spread over the organization's life, more of them lately; some are archived. */
export function projectHappenings(
  telling: Telling,
  { projects, foundedDaysAgo }: OrganizationScript,
): Happening[] {
  return projects.flatMap((sketch, index) => {
    const progress = (index / projects.length) ** 0.8;
    const daysAgo = 3 + (foundedDaysAgo - 10) * (1 - progress);
    const created = creates(telling, sketch, momentOf(telling, daysAgo));
    return sketch.isArchived
      ? [created, archives(telling, created)]
      : [created];
  });
}

/** A project that was started to try something, and deleted soon after. */
export function draftHappenings(
  telling: Telling,
  name: string,
  at: number,
): Happening[] {
  const draft = creates(telling, { name, description: "" }, at);
  return [draft, deletes(telling, draft)];
}

interface Creation extends Happening {
  id: string;
}

function creates(
  telling: Telling,
  { name, description }: ProjectSketch,
  at: number,
): Creation {
  const { orgId } = telling;
  const id = newIdAt("project", at);
  const fixed = { orgId, id, name, description, createdAt: at, updatedAt: at };
  return {
    at,
    id,
    happen(history) {
      const creator = someone(telling, history.whoMay("project:create"));
      const createdBy = creator.id;
      const status = "active" as const;
      const project = { ...fixed, status, createdBy, isFrozen: false };
      const change = history.put("projects", project);
      history.record(at, creator, "projects.create", change);
    },
  };
}

function archives(telling: Telling, { id, at: createdAt }: Creation) {
  const at = createdAt + Math.floor(telling.random.between(45, 110) * DAY);
  return withProject(id, at, (project, history) => {
    const actor = someone(telling, history.whoMay("project:update"));
    const archived = { ...project, status: "archived", updatedAt: at } as const;
    const change = history.put("projects", archived);
    history.record(at, actor, "projects.update", change);
  });
}

function deletes(telling: Telling, { id, at: createdAt }: Creation) {
  const at = createdAt + Math.floor(telling.random.between(HOUR, 30 * HOUR));
  return withProject(id, at, (project, history) => {
    const own = history
      .whoMay("project:deleteOwn")
      .filter((userId) => userId === project.createdBy);
    const allowed = own.length > 0 ? own : history.whoMay("project:delete");
    const change = history.remove("projects", project);
    history.record(at, someone(telling, allowed), "projects.delete", change);
  });
}

function withProject(
  id: string,
  at: number,
  act: (project: Rows["projects"], history: OrganizationHistory) => void,
): Happening {
  return {
    at,
    happen(history) {
      const project = history.find("projects", id);
      if (project) act(project, history);
    },
  };
}
