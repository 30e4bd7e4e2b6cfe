import { describeFinding } from "#server/kernel/audit/describe";
import {
  anchorOf,
  type AnchoredVerification,
} from "#server/kernel/audit/verify-with-anchor";
import type { AuditVerification } from "./schemas";

export function toVerification({
  rows,
  unchained,
  head,
  finding,
}: AnchoredVerification): AuditVerification {
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
