import { newIdAt } from "#shared/id";
import { type DemoEvent, membersWith, type Rows, type Scene } from "./history";
import { busynessOf, DAY, HOUR, workingDay, workingTime } from "./random";

const NOTES = [
  "Waiting for an answer from the supplier.",
  "First draft is with the team; comments until Thursday.",
  "Budget approved.",
  "On hold until the next planning meeting.",
  "Scope reduced to what the pilot needs.",
  "Two open questions, both with legal.",
  "Moved to next month.",
  "The prototype works; the rest is polish.",
  "Looking for someone to review the numbers.",
  "Rolled out to a tenth of the customers.",
  "Rolled out to everyone.",
  "Feedback is good; small corrections left.",
  "New deadline agreed with the customer.",
  "Handed over; see the notes of the last meeting.",
];
const DRAFTS = ["Untitled", "Scratch pad", "Test", "Copy of a template"];
const DRAFT_SHARE = 0.03;

/** Creates the listed projects at times spread over the life of the organization, and the daily changes to projects. */
export function projectEvents(scene: Scene): DemoEvent[] {
  return [...listedProjects(scene), ...dailyChanges(scene)];
}

function listedProjects(scene: Scene): DemoEvent[] {
  const { organization, random, now } = scene;
  const lines = organization.projects.trim().split("\n");
  return lines.flatMap((line, index) => {
    const [name = "", description = "", archived] = line.split(" | ");
    const age = 1 - (index / lines.length) ** 0.8;
    const daysAgo = 3 + (organization.foundedDaysAgo - 10) * age;
    const at = workingTime(random, workingDay(now - daysAgo * DAY));
    const created = create(scene, at, name, description);
    return archived ? [created, archive(scene, created)] : [created];
  });
}

/** Creates the daily changes to projects. Their number grows with the organization and is small at weekends. */
function dailyChanges(scene: Scene): DemoEvent[] {
  const { organization, random, now } = scene;
  const { foundedDaysAgo, changesPerDay } = organization;
  const days = Array.from({ length: foundedDaysAgo - 7 }, (_, day) => day);
  return days.flatMap((daysAgo) => {
    const day = now - daysAgo * DAY;
    const growth = 0.15 + 0.85 * (1 - daysAgo / foundedDaysAgo) ** 1.3;
    const mean = changesPerDay * growth * busynessOf(day);
    const count = random.count(mean * random.between(0.5, 1.5));
    return Array.from({ length: count }, () => {
      const at = workingTime(random, day);
      const isDraft = random.between(0, 1) < DRAFT_SHARE;
      return isDraft ? draft(scene, at) : [addNote(scene, at)];
    }).flat();
  });
}

type Creation = DemoEvent & { id: string };

function create(
  scene: Scene,
  at: number,
  name: string,
  description: string,
): Creation {
  const { history } = scene;
  const { orgId } = history;
  const id = newIdAt("project", at);
  const times = { createdAt: at, updatedAt: at };
  const row = { orgId, id, name, description, isFrozen: false, ...times };
  return {
    at,
    id,
    apply() {
      const creator = scene.random.pick(membersWith(scene, "project:create"));
      const createdBy = creator.id;
      const project = {
        ...row,
        status: "active" as const,
        createdBy,
        ownerId: createdBy,
        createdByAccount: null,
      };
      const change = history.put("projects", project);
      history.record(at, creator, "projects.create", change);
    },
  };
}

function archive(scene: Scene, { id, at: createdAt }: Creation): DemoEvent {
  const at = createdAt + Math.floor(scene.random.between(45, 110) * DAY);
  return {
    at,
    apply: () =>
      update(scene, at, scene.history.find("projects", id), {
        status: "archived",
      }),
  };
}

/** Adds a note to one of the newest projects. */
function addNote(scene: Scene, at: number): DemoEvent {
  const { history, random } = scene;
  const note = random.pick(NOTES);
  return {
    at,
    apply() {
      const newest = history
        .rows("projects")
        .filter(({ status }) => status === "active")
        .slice(-8);
      if (newest.length === 0) return;
      const project = random.pick(newest);
      const [summary] = project.description.split("\n\n");
      const description = summary ? `${summary}\n\n${note}` : note;
      update(scene, at, project, { description });
    },
  };
}

function update(
  scene: Scene,
  at: number,
  project: Rows["projects"] | undefined,
  changes: Partial<Rows["projects"]>,
): void {
  if (!project) return;
  const { history } = scene;
  const actor = scene.random.pick(membersWith(scene, "project:update"));
  const after = { ...project, ...changes, updatedAt: at };
  const change = history.put("projects", after);
  history.record(at, actor, "projects.update", change);
}

/** Creates a project that is deleted a few hours later, by its creator or, if the creator has left, by an admin. */
function draft(scene: Scene, createdAt: number): DemoEvent[] {
  const { history, random } = scene;
  const created = create(scene, createdAt, random.pick(DRAFTS), "");
  const at = createdAt + Math.floor(random.between(HOUR, 30 * HOUR));
  const apply = () => {
    const project = history.find("projects", created.id);
    if (!project) return;
    const creator = membersWith(scene, "project:deleteOwn").find(
      (person) => person.id === project.createdBy,
    );
    const actor = creator ?? random.pick(membersWith(scene, "project:delete"));
    const change = history.remove("projects", project);
    history.record(at, actor, "projects.delete", change);
  };
  return [created, { at, apply }];
}
