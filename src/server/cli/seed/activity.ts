import { busynessOf, DAY, momentInDay } from "./calendar";
import type { Happening } from "./history";
import { draftHappenings } from "./projects";
import type { OrganizationScript } from "./script";
import { someone, type Telling } from "./telling";

const NOTES = [
  "Waiting for an answer from the supplier.",
  "First draft is with the team; comments until Thursday.",
  "Budget approved.",
  "On hold until the next planning meeting.",
  "Scope reduced to what the pilot needs.",
  "Two open questions, both with legal.",
  "Moved to next month.",
  "The prototype works; the rest is polish.",
  "Looking for somebody to review the numbers.",
  "Rolled out to a tenth of the customers.",
  "Rolled out to everybody.",
  "Feedback is good; small corrections left.",
  "New deadline agreed with the customer.",
  "Handed over; see the notes of the last meeting.",
];

const DRAFTS = ["Untitled", "Scratch pad", "Test", "Copy of a template"];

/** The daily work: little at first, more as the organization grows, hardly any at weekends. */
export function dailyHappenings(
  telling: Telling,
  { foundedDaysAgo, pace }: OrganizationScript,
): Happening[] {
  const days = Array.from({ length: foundedDaysAgo - 7 }, (_, day) => day);
  return days.flatMap((daysAgo) => {
    const growth = 0.15 + 0.85 * (1 - daysAgo / foundedDaysAgo) ** 1.3;
    return aDay(telling, telling.now - daysAgo * DAY, pace * growth);
  });
}

function aDay(telling: Telling, day: number, pace: number): Happening[] {
  const { random } = telling;
  const count = random.count(pace * busynessOf(day) * random.between(0.5, 1.5));
  return Array.from({ length: count }, () => {
    const at = momentInDay(random, day);
    return random.isLucky(0.03)
      ? draftHappenings(telling, random.pick(DRAFTS), at)
      : [notes(telling, at)];
  }).flat();
}

/** Somebody writes down how a project stands. */
function notes(telling: Telling, at: number): Happening {
  const note = telling.random.pick(NOTES);
  return {
    at,
    happen(history) {
      const open = history
        .rows("projects")
        .filter(({ status }) => status === "active")
        .slice(-8);
      if (open.length === 0) return;
      const project = telling.random.pick(open);
      const actor = someone(telling, history.whoMay("project:update"));
      const [summary = ""] = project.description.split("\n\n");
      const description = summary ? `${summary}\n\n${note}` : note;
      const after = { ...project, description, updatedAt: at };
      const change = history.put("projects", after);
      history.record(at, actor, "projects.update", change);
    },
  };
}
