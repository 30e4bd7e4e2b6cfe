import { newIdAt } from "#shared/id";
import { dailyHappenings } from "./activity";
import { DAY } from "./calendar";
import { OrganizationHistory } from "./history";
import type { People } from "./people";
import { projectHappenings } from "./projects";
import type { Random } from "./random";
import type { OrganizationScript } from "./script";
import { teamHappenings } from "./team";

/** Lets everything that a script and chance bring about happen in its order, up to `now`. */
export function tellStory(
  script: OrganizationScript,
  people: People,
  random: Random,
  now: number,
): OrganizationHistory {
  const orgId = newIdAt("organization", now - script.foundedDaysAgo * DAY);
  const telling = { orgId, people, random, now };
  const happenings = [
    ...teamHappenings(telling, script),
    ...projectHappenings(telling, script),
    ...dailyHappenings(telling, script),
  ];
  const history = new OrganizationHistory(orgId);
  happenings
    .filter(({ at }) => at < now)
    .toSorted((one, other) => one.at - other.at)
    .forEach(({ happen }) => happen(history));
  return history;
}
