import {
  type AuditRow,
  type Head,
  START,
} from "#server/kernel/audit/hash-chain";
import { readSigned } from "#server/kernel/audit/signed-heads";
import { appendStatements } from "#server/kernel/audit/write";
import { createSigner } from "#server/kernel/crypto";
import { newId } from "#shared/id";
import type { TestServer } from "./server";

const BATCH = 2_000;

/** What each of the added events says; what is left out is an update of a project by the program. */
type Told = Partial<
  Pick<AuditRow, "at" | "action" | "actorKind" | "actorId" | "actorName"> & {
    changes: object[];
  }
>;

/** Adds events to an organization's log as the program would have: behind its end, chained and signed. */
export async function lengthenLog(
  { db: { client }, config }: Pick<TestServer, "db" | "config">,
  orgId: string,
  count: number,
  told: (n: number) => Told = () => ({}),
): Promise<void> {
  const signer = createSigner(config.secret, "audit");
  let head: Head = (await readSigned(client, "head", orgId)) ?? START;
  for (let done = 0; done < count; done += BATCH) {
    const { seq } = head;
    const rows = Array.from(
      { length: Math.min(BATCH, count - done) },
      (_, index) => toRow(orgId, seq + index + 1, told(done + index)),
    );
    const added = appendStatements(signer, orgId, head, rows);
    await client.batch([added.moveHead, ...added.statements], "write");
    head = added.head;
  }
}

function toRow(orgId: string, seq: number, told: Told): AuditRow {
  const project = { id: "prj_of_long_ago", name: "Website" };
  const {
    changes = [{ table: "projects", ...project, before: null, after: project }],
    ...rest
  } = told;
  return {
    orgId,
    seq,
    id: newId("event"),
    at: Date.now(),
    action: "projects.update",
    actorKind: "system",
    actorId: null,
    actorName: null,
    requestId: null,
    address: null,
    ...rest,
    changes: JSON.stringify(changes),
  };
}
