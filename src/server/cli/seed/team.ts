import { daysKept, settledPeriod } from "#server/kernel/audit/period";
import { limitsOf } from "#server/features/billing/plan-limits";
import type { Happening, OrganizationHistory } from "./history";
import { invitationHappenings, joins } from "./invitations";
import { type People, type PersonEmail, personOf } from "./people";
import type { Joining, OrganizationScript, Step } from "./script";
import { membershipRow, momentOf, type Telling } from "./telling";

/** How the organization and its team came to be: founding, joining, changing roles, leaving. */
export function teamHappenings(
  telling: Telling,
  script: OrganizationScript,
): Happening[] {
  return [
    founding(telling, script),
    ...script.joinings.flatMap((joining) => joins(telling, joining)),
    ...script.roleChanges.map((change) => changesRole(telling, change)),
    ...script.departures.map((departure) => leaves(telling, departure)),
    ...script.invitations.flatMap((open) =>
      invitationHappenings(telling, open),
    ),
  ];
}

function founding(telling: Telling, script: OrganizationScript): Happening {
  const { orgId, people } = telling;
  const at = momentOf(telling, script.foundedDaysAgo);
  const founder = personOf(people, script.founder);
  const { name, slug, plan, settings } = script;
  return {
    at,
    happen(history) {
      const organization = history.put("organizations", {
        id: orgId,
        name,
        slug,
        logoUrl: null,
        plan,
        settings,
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
        purgingSince: null,
        twoFactorFrom: null,
        ...limitsOf(plan, script.seats),
        ...settledPeriod(daysKept(plan, true)),
      });
      const membership = membershipRow(orgId, founder.id, "admin", at);
      const admin = history.put("memberships", membership);
      history.record(at, founder, "organizations.create", organization, admin);
    },
  };
}

function changesRole(telling: Telling, change: Joining): Happening {
  const at = momentOf(telling, change.daysAgo);
  return {
    at,
    happen(history) {
      const member = memberOf(history, telling.people, change.email);
      history.record(
        at,
        personOf(telling.people, change.by),
        "members.updateRole",
        history.put("memberships", { ...member, role: change.role }),
      );
    },
  };
}

function leaves(telling: Telling, departure: Step): Happening {
  const at = momentOf(telling, departure.daysAgo);
  return {
    at,
    happen(history) {
      const member = memberOf(history, telling.people, departure.email);
      history.record(
        at,
        personOf(telling.people, departure.by),
        "members.remove",
        history.remove("memberships", member),
      );
    },
  };
}

function memberOf(
  history: OrganizationHistory,
  people: People,
  email: PersonEmail,
) {
  const { id } = personOf(people, email);
  const member = history
    .rows("memberships")
    .find(({ userId }) => userId === id);
  if (!member) throw new Error(`${email} is not a member yet.`);
  return member;
}
