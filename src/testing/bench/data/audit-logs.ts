import type { Client } from "@libsql/client";
import { type AuditRow, START } from "#server/kernel/audit/hash-chain";
import { appendStatements } from "#server/kernel/audit/write";
import { createSigner, type Signer } from "#server/kernel/crypto";
import type { Statement } from "#server/kernel/db/statement";
import { adminOf, numberedId, PROJECTS, type Size, slugOf } from "./sizes";

const ORGANIZATIONS_OF_BATCH = 100;

/**
 * Writes an audit log for each organization: its creation and that of its projects. The events are chained and signed
 * like the program's own events.
 */
export async function writeAuditLogs(
  client: Client,
  size: Size,
  secret: string,
  now: number,
): Promise<void> {
  const signer = createSigner(secret, "audit");
  let batch: Statement[] = [];
  for (let number = 0; number < size.organizations; number++) {
    batch.push(...logOf(signer, number, adminOf(size, number), now));
    const isFull = number % ORGANIZATIONS_OF_BATCH === 0;
    if (!isFull && number < size.organizations - 1) continue;
    await client.batch(batch, "write");
    batch = [];
  }
}

function logOf(
  signer: Signer,
  organization: number,
  admin: number,
  now: number,
): Statement[] {
  const orgId = numberedId("org", organization);
  const slug = slugOf(organization);
  const created = { id: orgId, name: `Organization ${organization}`, slug };
  const events: [action: string, table: string, after: { id: string }][] = [
    ["organizations.create", "organizations", created],
  ];
  for (let n = 0; n < PROJECTS; n++) {
    const number = organization * PROJECTS + n;
    const id = numberedId("prj", number);
    const name = `Project ${number}`;
    const project = { orgId, id, name, status: "active", createdAt: now };
    events.push(["projects.create", "projects", project]);
  }
  const rows = events.map(([action, table, after], index): AuditRow => {
    const n = organization * events.length + index;
    return {
      orgId,
      seq: index + 1,
      id: numberedId("evt", n),
      at: now - 2_592_000_000 + n,
      action,
      actorKind: "user",
      actorId: numberedId("usr", admin),
      actorName: `Person ${admin}`,
      actorKeyId: null,
      actorStewardId: null,
      changes: JSON.stringify([{ table, id: after.id, before: null, after }]),
      requestId: numberedId("req", n),
      address: "127.0.0.1",
    };
  });
  const { statements, moveHead } = appendStatements(signer, orgId, START, rows);
  return [...statements, moveHead];
}
