import { describeFinding } from "../../audit/describe";
import { anchorOf, type Looked } from "../../audit/look";
import type { AuditVerification } from "./shapes";

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
