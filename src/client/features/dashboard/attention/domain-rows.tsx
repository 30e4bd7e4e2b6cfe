import Globe from "lucide-solid/icons/globe";
import { For } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { texts } from "../texts.ts";
import type { Attention } from "../use-dashboard.ts";
import { AttentionLink, AttentionRow, MoreRow } from "./attention-row.tsx";

/** The verified domains whose DNS record is missing. */
export function DomainRows(props: {
  domains: NonNullable<Attention["domains"]>;
}) {
  const path = useOrganizationPath();
  const { domain: labels } = texts().attention;
  return (
    <>
      <For each={props.domains.first}>
        {({ domain, status, endsAt }) => (
          <AttentionRow
            icon={<Globe size={16} />}
            tone={status === "lapsed" ? "danger" : "warning"}
            detail={
              status === "lapsed"
                ? labels.joinStopped
                : labels.until(new Date(endsAt))
            }
            actions={
              <AttentionLink
                href={path("settings/domains")}
                label={labels.action}
                about={domain}
              />
            }
          >
            {status === "lapsed"
              ? labels.lapsed(domain)
              : labels.failing(domain)}
          </AttentionRow>
        )}
      </For>
      <MoreRow
        due={props.domains}
        label={labels.more}
        href={path("settings/domains")}
      />
    </>
  );
}
