import { print } from "./attempt";
import { signAuditAgain, verifyAudit } from "../operator/verify-audit";
import { withSharedDatabase } from "./with-database";

interface Report {
  lines: string[];
  isSound: boolean;
}

export function verify(args: { org?: string; anchor?: string }): Promise<void> {
  return withSharedDatabase(async (db, config) =>
    report(await verifyAudit(db, config, args)),
  );
}

export function sign(args: { org?: string; unsigned: boolean }): Promise<void> {
  return withSharedDatabase(async (db, config) =>
    report(await signAuditAgain(db, config, { org: args.org, ...args })),
  );
}

function report({ lines, isSound }: Report): void {
  for (const line of lines) print(line);
  if (!isSound) process.exitCode = 1;
}
