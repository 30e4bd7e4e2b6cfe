import { isCutValue } from "#shared/cut-value.ts";
import { isPermission, type Permission } from "#shared/permissions.ts";
import {
  type OrganizationSettings,
  organizationSettings,
} from "#shared/settings.ts";
import { api } from "#client/session/api.ts";
import type { AuditEvent } from "#client/features/audit-log/event.ts";
import type { HistoryOf } from "#client/session/history/address.ts";
import { changeTo } from "./name-in.ts";

type Values = Record<string, unknown>;

/** The present values of a thing, and the version that they belong to. */
interface Present {
  values: Values;
  updatedAt: string;
}

/** A thing whose former values can be saved again, by the procedure that changes them anyway. */
export interface Restorable {
  table: string;
  permission: Permission;
  fields: readonly string[];
  read: () => Promise<Present>;
  /** Saves the values if the thing still has the version; throws `STALE` otherwise. */
  save: (values: Values, updatedAt: string) => Promise<unknown>;
}

type Row = AuditEvent["changes"][number]["before"];

/** Returns how the former values of a thing can be restored; undefined if this is not possible. */
export function restorableOf(
  org: string,
  of: HistoryOf,
): Restorable | undefined {
  if (of.kind === "project") return projectOf(org, of.id);
  if (of.kind === "role") return roleOf(org, of.id);
  if (of.kind !== "organization") return undefined;
  if (of.id === "name") return organizationNameOf(org);
  return of.id === "settings" ? settingsOf(org) : undefined;
}

function projectOf(org: string, projectId: string): Restorable {
  return {
    table: "projects",
    permission: "project:update",
    fields: ["name", "description", "status"],
    async read() {
      const { updatedAt, ...values } = await api.projects.get.query({
        org,
        projectId,
      });
      return { values, updatedAt };
    },
    async save(values, updatedAt) {
      await api.projects.update.mutate({
        org,
        projectId,
        ...values,
        updatedAt,
      });
      await Promise.all([
        api.projects.get.invalidate({ org }),
        api.projects.list.invalidate({ org }),
      ]);
    },
  };
}

function roleOf(org: string, roleId: string): Restorable {
  return {
    table: "roles",
    permission: "role:manage",
    fields: ["name", "description", "permissions"],
    async read() {
      const { updatedAt, ...values } = await api.roles.get.query({
        org,
        roleId,
      });
      return { values, updatedAt: updatedAt ?? "" };
    },
    async save({ permissions, ...values }, updatedAt) {
      await api.roles.update.mutate({
        org,
        roleId,
        ...values,
        ...(Array.isArray(permissions) && {
          permissions: permissions.filter(isPermission),
        }),
        updatedAt,
      });
      await api.roles.invalidate();
    },
  };
}

function organizationNameOf(org: string): Restorable {
  return {
    table: "organizations",
    permission: "organization:update",
    fields: ["name"],
    async read() {
      const [{ name }, { updatedAt }] = await Promise.all([
        api.organizations.get.query({ org }),
        api.organizations.settings.query({ org }),
      ]);
      return { values: { name }, updatedAt };
    },
    async save(values, updatedAt) {
      await api.organizations.update.mutate({ org, ...values, updatedAt });
      await api.auth.context.invalidate();
    },
  };
}

function settingsOf(org: string): Restorable {
  return {
    table: "organizations",
    permission: "organization:update",
    fields: Object.keys(organizationSettings.shape),
    async read() {
      const { updatedAt, ...values } = await api.organizations.settings.query({
        org,
      });
      return { values, updatedAt };
    },
    async save(values, updatedAt) {
      const settings: Partial<OrganizationSettings> = values;
      await api.organizations.update.mutate({ org, settings, updatedAt });
      await Promise.all([
        api.organizations.settings.invalidate({ org }),
        api.auth.context.invalidate(),
      ]);
    },
  };
}

/**
 * Returns the values that the thing had before an event, for the fields that the event changed and that can be
 * restored; undefined if there are none, or if the log has only the beginning of one.
 */
export function valuesBefore(
  { fields, table }: Pick<Restorable, "fields" | "table">,
  event: AuditEvent,
  of: HistoryOf,
): Values | undefined {
  const change = changeTo(event, of);
  if (!change?.before || !change.after || change.table !== table)
    return undefined;
  const [was, is] = [flat(change.before), flat(change.after)];
  const changed = fields.filter((field) => !isSame(was[field], is[field]));
  if (changed.length === 0) return undefined;
  if (changed.some((field) => isCutValue(was[field]))) return undefined;
  return Object.fromEntries(changed.map((field) => [field, was[field]]));
}

/** The settings of an organization are one JSON column, in which settings that were never changed are missing. */
function flat(row: NonNullable<Row>): Values {
  const settings = organizationSettings.safeParse(row.settings);
  return { ...row, ...settings.data };
}

/** Returns the values that differ from the present ones. */
export function differing(values: Values, present: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([field, value]) => !isSame(value, present[field]),
    ),
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return (
    JSON.stringify(sorted(a) ?? null) === JSON.stringify(sorted(b) ?? null)
  );
}

/** The order of permissions has no meaning. */
function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}
