import { newIdAt } from "#shared/id";
import { can, type Permission } from "#shared/permissions";
import type { AuditRow } from "#server/kernel/audit/hash-chain";
import type { Change } from "#server/kernel/db/unit-of-work";
import type { invitations } from "#server/features/invitations/table";
import type { memberships } from "#server/core/memberships/table";
import type { organizations } from "#server/core/organizations/table";
import type { apiKeys } from "#server/core/api-keys/table";
import type { serviceAccounts } from "#server/core/service-accounts/table";
import type { projects } from "#server/features/projects/table";
import type { DemoOrganization } from "./organizations";
import type { DemoPerson, People } from "./people";
import type { Random } from "./random";

/**
 * The rows of an organization. The hashes of the tokens of invitations and of the secrets of API keys are left out,
 * because audit logs do not contain them; they are added when the rows are stored.
 */
export interface Rows {
  organizations: typeof organizations.$inferSelect;
  memberships: typeof memberships.$inferSelect;
  projects: typeof projects.$inferSelect;
  invitations: Omit<
    typeof invitations.$inferSelect,
    "tokenHash" | "copiedTokenHash"
  >;
  service_accounts: typeof serviceAccounts.$inferSelect;
  api_keys: Omit<typeof apiKeys.$inferSelect, "secretHash" | "previousHash">;
}

type Tables = { [T in keyof Rows]: Map<string, Rows[T]> };

/** The data that the events of a sample organization are created from. */
export interface Scene {
  organization: DemoOrganization;
  history: OrganizationHistory;
  people: People;
  random: Random;
  now: number;
}

/** An event of the sample history. Events are applied in the order of time and see the rows of earlier events. */
export interface DemoEvent {
  at: number;
  apply(): void;
}

/** The rows and the audit log of one organization. Both come from the same changes, so they match. */
export class OrganizationHistory {
  readonly audit: AuditRow[] = [];
  readonly #tables: Tables = {
    organizations: new Map(),
    memberships: new Map(),
    projects: new Map(),
    invitations: new Map(),
    service_accounts: new Map(),
    api_keys: new Map(),
  };

  constructor(readonly orgId: string) {}

  rows<T extends keyof Rows>(table: T): Rows[T][] {
    return [...this.#tables[table].values()];
  }

  find<T extends keyof Rows>(table: T, id: string): Rows[T] | undefined {
    return this.#tables[table].get(id);
  }

  put<T extends keyof Rows>(table: T, row: Rows[T]): Change {
    const before = this.#tables[table].get(row.id) ?? null;
    this.#tables[table].set(row.id, row);
    return { table, id: row.id, before, after: { ...row } };
  }

  remove<T extends keyof Rows>(table: T, row: Rows[T]): Change {
    this.#tables[table].delete(row.id);
    return { table, id: row.id, before: { ...row }, after: null };
  }

  record(at: number, actor: DemoPerson, action: string, ...changes: Change[]) {
    this.audit.push({
      orgId: this.orgId,
      seq: this.audit.length + 1,
      id: newIdAt("event", at),
      at,
      action,
      actorKind: "user",
      actorId: actor.id,
      actorName: actor.name,
      actorKeyId: null,
      actorStewardId: null,
      changes: JSON.stringify(changes),
      requestId: newIdAt("request", at),
      address: actor.address,
    });
  }
}

/** Returns the members whose role grants the permission at this point of the sample history. */
export function membersWith(
  { history, people }: Scene,
  permission: Permission,
): DemoPerson[] {
  const userIds = history
    .rows("memberships")
    .filter(({ role }) => can(role, permission))
    .map(({ userId }) => userId);
  return [...people.values()].filter(({ id }) => userIds.includes(id));
}
