import { and, desc, eq, gt, ne } from "drizzle-orm";
import { permissionsOf } from "../../shared/permissions";
import type { Context } from "../context";
import type { Database } from "../db/client";
import { deleteStatement, updateStatement } from "../db/statement";
import type { UnitOfWork } from "../db/unit-of-work";
import { DomainError } from "../errors";
import { iso } from "../inputs";
import { listOrganizations } from "../features/organizations/service";
import { toOrganization } from "../features/organizations/shapes";
import type { AuthCall } from "./call";
import type { SignedIn } from "./sessions";
import { sessions, users } from "./schema";
import { type AuthContext, toSession, toUser } from "./shapes";
import { isPasswordOf } from "./sign-in";

/** Who one is, where, and what one may do there. Without a named organization: where the person left off. */
export async function readContext(
  { db, services }: Pick<Context, "db" | "services">,
  { user, organization }: Pick<SignedIn, "user" | "organization">,
): Promise<AuthContext> {
  const organizations = await listOrganizations(db, user.id);
  const due =
    organization &&
    (await services.sessions.secondFactorDue(organization, user.id));
  const current = organization
    ? toOrganization(organization, organization.role)
    : (organizations[0] ?? null);
  return {
    user: toUser(user),
    organization: current,
    role: current?.role ?? null,
    permissions: current ? [...permissionsOf(current.role)] : [],
    organizations,
    secondFactorDue: due ? iso(due) : null,
  };
}

/** Stores where the next visit starts; it grants nothing and changes no other tab. */
export async function switchOrganization(
  ctx: Pick<AuthCall, "db" | "services" | "work">,
  signedIn: SignedIn,
) {
  const { organization, user } = signedIn;
  if (!organization) throw new DomainError("ORGANIZATION_NOT_FOUND");
  ctx.work.write(
    updateStatement(users, { activeOrgId: organization.id }, { id: user.id }),
  );
  return readContext(ctx, signedIn);
}

export async function reauthenticate(
  ctx: Context & { work: UnitOfWork },
  signedIn: SignedIn,
  password: string,
) {
  const { user, session } = signedIn;
  const row = await ctx.db.drizzle
    .select()
    .from(users)
    .where(eq(users.id, user.id))
    .get();
  if (!(await isPasswordOf(ctx, user, password, row?.passwordHash)))
    throw new DomainError("INVALID_CREDENTIALS", "The password is wrong.");
  ctx.work.write(
    updateStatement(
      sessions,
      { authenticatedAt: ctx.work.now },
      { id: session.id },
    ),
  );
}

export function changeProfile(
  work: UnitOfWork,
  user: SignedIn["user"],
  { name }: { name: string },
) {
  work.write(updateStatement(users, { name }, { id: user.id }));
  return toUser({ ...user, name });
}

export async function listSessions(
  db: Database,
  { user, session }: SignedIn,
  now: number,
) {
  const rows = await db.drizzle
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, user.id),
        gt(sessions.expiresAt, now),
        gt(sessions.endsAt, now),
      ),
    )
    .orderBy(desc(sessions.createdAt), desc(sessions.id));
  return rows.map((row) => toSession(row, session.id));
}

export function revokeSession(
  work: UnitOfWork,
  { user }: SignedIn,
  id: string,
): void {
  work.write(deleteStatement(sessions, { id, userId: user.id }));
  work.mustHaveChanged(() => new DomainError("NOT_FOUND"));
}

export async function revokeOtherSessions(
  db: Database,
  work: UnitOfWork,
  { user, session }: SignedIn,
) {
  const others = await db.drizzle
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, user.id), ne(sessions.id, session.id)));
  for (const { id } of others)
    work.write(deleteStatement(sessions, { id, userId: user.id }));
}
