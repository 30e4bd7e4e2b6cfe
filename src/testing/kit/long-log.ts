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

/** The fields of an event to append. By default the event is an update of a project by the system. */
type EventFields = Partial<
  Pick<AuditRow, "at" | "action" | "actorKind" | "actorId" | "actorName"> & {
    changes: object[];
  }
>;

/**
 * Appends many events to an organization's audit log. The events are chained and signed like the program's own events.
 */
export async function lengthenLog(
  { db: { client }, config }: Pick<TestServer, "db" | "config">,
  orgId: string,
  count: number,
  fieldsOf: (n: number) => EventFields = () => ({}),
): Promise<void> {
  const signer = createSigner(config.secret, "audit");
  let head: Head = (await readSigned(client, "head", orgId)) ?? START;
  for (let done = 0; done < count; done += BATCH) {
    const { seq } = head;
    const rows = Array.from(
      { length: Math.min(BATCH, count - done) },
      (_, index) => toRow(orgId, seq + index + 1, fieldsOf(done + index)),
    );
    const added = appendStatements(signer, orgId, head, rows);
    await client.batch([added.moveHead, ...added.statements], "write");
    head = added.head;
  }
}

function toRow(orgId: string, seq: number, fieldsOf: EventFields): AuditRow {
  const project = { id: "prj_of_long_ago", name: "Website" };
  const {
    changes = [{ table: "projects", ...project, before: null, after: project }],
    ...rest
  } = fieldsOf;
  return {
    orgId,
    seq,
    id: newId("event"),
    at: Date.now(),
    action: "projects.update",
    actorKind: "system",
    actorId: null,
    actorName: null,
    actorKeyId: null,
    actorStewardId: null,
    requestId: null,
    address: null,
    ...rest,
    changes: JSON.stringify(changes),
  };
}
