import { accountCommands } from "#client/features/account/commands.ts";
import { apiCommands } from "#client/features/api/commands.ts";
import { auditCommands } from "#client/features/audit-log/commands.ts";
import { billingCommands } from "#client/features/billing/commands.ts";
import { dashboardCommands } from "#client/features/dashboard/commands.ts";
import { domainCommands } from "#client/features/domains/commands.ts";
import { helpCommands } from "#client/features/help/commands.ts";
import { organizationCommands } from "#client/features/organizations/commands.ts";
import { peopleCommands } from "#client/features/people/commands.ts";
import { projectCommands } from "#client/features/projects/commands.ts";
import { roleCommands } from "#client/features/roles/commands.ts";
import type { Command, CommandPlace } from "#client/session/verbs/command.ts";
import type { Shortcut } from "#client/session/verbs/verb.ts";
import type { Permission } from "#shared/permissions.ts";

const ALL = [
  dashboardCommands,
  projectCommands,
  peopleCommands,
  roleCommands,
  apiCommands,
  organizationCommands,
  domainCommands,
  billingCommands,
  auditCommands,
  accountCommands,
  helpCommands,
];

interface Access extends CommandPlace {
  can(permission: Permission): boolean;
}

/** Returns the commands of all features for which the user has the permission. */
export function commandsFor({ can, ...place }: Access): Command[] {
  return ALL.flatMap((commands) => commands(place)).filter(
    ({ permission }) => permission === undefined || can(permission),
  );
}

/** Returns the command with a shortcut. */
export function commandWith(
  commands: readonly Command[],
  [first, second]: Shortcut,
): Command | undefined {
  return commands.find(
    ({ shortcut }) => shortcut?.[0] === first && shortcut[1] === second,
  );
}
