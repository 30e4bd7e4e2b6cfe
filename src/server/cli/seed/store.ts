import { START } from "#server/kernel/audit/hash-chain";
import { appendStatements } from "#server/kernel/audit/write";
import { users } from "#server/core/users/table";
import { hashToken, newToken, type Signer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { insertStatement, type Statement } from "#server/kernel/db/statement";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { invitations } from "#server/features/invitations/table";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import { apiKeys } from "#server/core/api-keys/table";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { projects } from "#server/features/projects/table";
import type { OrganizationHistory } from "./history";
import type { DemoPerson } from "./people";

const AT_ONCE = 400;

/** Stores the statements in batches of a few hundred, because a remote database limits the size of a batch. */
export async function store(
  { client }: Database,
  statements: readonly Statement[],
): Promise<void> {
  for (let from = 0; from < statements.length; from += AT_ONCE) {
    const work = new UnitOfWork();
    for (const statement of statements.slice(from, from + AT_ONCE))
      work.write(statement);
    await work.commit(client);
  }
}

export function auditStatements(
  { orgId, audit }: OrganizationHistory,
  signer: Signer,
): Statement[] {
  const added = appendStatements(signer, orgId, START, audit);
  return [...added.statements, added.moveHead];
}

/**
 * Returns the statements that store the current rows of the organization. The founder is the first member, so that the
 * organization always has an admin.
 */
export function rowStatements(history: OrganizationHistory): Statement[] {
  return [
    ...history
      .rows("organizations")
      .map((row) => insertStatement(organizations, row)),
    ...history
      .rows("memberships")
      .map((row) => insertStatement(memberships, row)),
    ...history.rows("projects").map((row) => insertStatement(projects, row)),
    ...history.rows("invitations").map((row) =>
      // The token is not stored anywhere, so the links of these invitations do not work. Admins can still resend or
      // revoke the invitations.
      insertStatement(invitations, {
        ...row,
        tokenHash: hashToken(newToken()),
      }),
    ),
    ...history
      .rows("service_accounts")
      .map((row) => insertStatement(serviceAccounts, row)),
    ...history.rows("api_keys").map((row) =>
      // No one knows the secret, so these keys do not work.
      insertStatement(apiKeys, { ...row, secretHash: hashToken(newToken()) }),
    ),
  ];
}

export function userStatement(
  { id, email, name, createdAt }: DemoPerson,
  passwordHash: string,
  activeOrgId: string | null,
): Statement {
  const emailVerifiedAt = createdAt;
  const row = { id, email, name, passwordHash, activeOrgId };
  return insertStatement(users, { ...row, emailVerifiedAt, createdAt });
}
