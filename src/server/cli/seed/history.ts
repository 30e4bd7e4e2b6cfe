import { newIdAt } from "#shared/id";
import { can, type Permission } from "#shared/permissions";
import type { AuditRow } from "#server/kernel/audit/hash-chain";
import type { Change } from "#server/kernel/db/unit-of-work";
import type { invitations } from "#server/features/invitations/table";
import type { memberships } from "#server/core/memberships/table";
import type { organizations } from "#server/core/organizations/table";
import type { projects } from "#server/features/projects/table";
import type { Person } from "./people";

/** The rows an organization consists of. Invitations get their token's hash when they are stored: no log carries it. */
export interface Rows {
  organizations: typeof organizations.$inferSelect;
  memberships: typeof memberships.$inferSelect;
  projects: typeof projects.$inferSelect;
  invitations: Omit<typeof invitations.$inferSelect, "tokenHash">;
}

type Tables = { [T in keyof Rows]: Map<string, Rows[T]> };

/** Something that happens in an organization at a moment, seeing what happened before. */
export interface Happening {
  at: number;
  happen(history: OrganizationHistory): void;
}

/** One organization as it came to be: its rows and its audit log are written together, so that they tell the same. */
export class OrganizationHistory {
  readonly audit: AuditRow[] = [];
  readonly #tables: Tables = {
    organizations: new Map(),
    memberships: new Map(),
    projects: new Map(),
    invitations: new Map(),
  };

  constructor(readonly orgId: string) {}

  rows<T extends keyof Rows>(table: T): Rows[T][] {
    return [...this.#tables[table].values()];
  }

  find<T extends keyof Rows>(table: T, id: string): Rows[T] | undefined {
    return this.#tables[table].get(id);
  }

  /** The ids of the users whose role grants the permission at this point of the story. */
  whoMay(permission: Permission): string[] {
    return this.rows("memberships")
      .filter(({ role }) => can(role, permission))
      .map(({ userId }) => userId);
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

  record(at: number, actor: Person, action: string, ...changes: Change[]) {
    this.audit.push({
      orgId: this.orgId,
      seq: this.audit.length + 1,
      id: newIdAt("event", at),
      at,
      action,
      actorKind: "user",
      actorId: actor.id,
      actorName: actor.name,
      changes: JSON.stringify(changes),
      requestId: newIdAt("request", at),
      address: actor.address,
    });
  }
}
