import ShieldAlert from "lucide-solid/icons/shield-alert";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { currentTime } from "#client/ui/now.ts";
import { texts } from "../texts.ts";
import type { Attention } from "../use-dashboard.ts";
import { AttentionLink, AttentionRow } from "./attention-row.tsx";

/** The members without the two-factor authentication that the organization requires, now or later. */
export function TwoFactorRow(props: {
  twoFactor: NonNullable<Attention["twoFactor"]>;
}) {
  const path = useOrganizationPath();
  const from = () => new Date(props.twoFactor.from);
  const isInForce = () => from().getTime() <= currentTime();
  return (
    <AttentionRow
      icon={<ShieldAlert size={16} />}
      tone={isInForce() ? "danger" : "warning"}
      detail={
        isInForce()
          ? texts().attention.twoFactor.lockedOut
          : texts().attention.twoFactor.from(from())
      }
      actions={
        <AttentionLink
          href={path("settings/security")}
          label={texts().attention.twoFactor.action}
        />
      }
    >
      {texts().attention.twoFactor.lacking(props.twoFactor.lacking)}
    </AttentionRow>
  );
}
