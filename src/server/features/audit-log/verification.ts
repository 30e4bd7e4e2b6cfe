import { describeFinding } from "#server/kernel/audit/describe";
import { anchorOf, type Looked } from "#server/kernel/audit/verify-with-anchor";
import type { AuditVerification } from "./schemas";

export function toVerification({
  rows,
  unchained,
  head,
  finding,
}: Looked): AuditVerification {
  return {
    rows,
    unchained,
    anchor: anchorOf(head),
    fault: finding && {
      kind: finding.kind,
      seq: finding.seq,
      message: describeFinding(finding),
    },
  };
}
