import KeyRound from "lucide-solid/icons/key-round";
import { TransferAnswers } from "#client/features/admin-transfers/transfer-answers.tsx";
import { texts } from "#client/features/admin-transfers/texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import type { Attention } from "../use-dashboard.ts";
import { AttentionRow } from "./attention-row.tsx";

/** An admin role that another member offers to the user. */
export function TransferRow(props: {
  transfer: NonNullable<Attention["transfer"]>;
}) {
  return (
    <AttentionRow
      icon={<KeyRound size={16} />}
      tone="info"
      actions={<TransferAnswers />}
    >
      {texts().answer.offer(
        props.transfer.from.name,
        roleNameOf({
          role: props.transfer.roleAfter,
          roleName: props.transfer.roleAfterName,
        }),
        new Date(props.transfer.expiresAt),
      )}
    </AttentionRow>
  );
}
