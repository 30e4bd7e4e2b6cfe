import Bot from "lucide-solid/icons/bot";
import KeyRound from "lucide-solid/icons/key-round";
import { For } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import {
  type OrganizationPath,
  useOrganizationPath,
} from "#client/session/organization-path.ts";
import { formatRelative } from "#client/lib/formats/time.ts";
import { currentTime } from "#client/ui/now.ts";
import { texts } from "../texts.ts";
import type { Attention } from "../use-dashboard.ts";
import { AttentionLink, AttentionRow, MoreRow } from "./attention-row.tsx";

type Keys = NonNullable<Attention["keys"]>;

/** The API keys that expire soon or have expired. */
export function KeyRows(props: { keys: Keys }) {
  const { can, user } = useOrganization();
  const path = useOrganizationPath();
  const isOwn = (key: Keys["first"][number]) => key.owner.id === user().id;
  const ending = (key: Keys["first"][number]) => {
    const { expired, expires } = texts().attention.key;
    const when = formatRelative(new Date(key.expiresAt), currentTime());
    return (key.isExpired ? expired : expires)(key.name, key.last4, when);
  };
  return (
    <>
      <For each={props.keys.first}>
        {(key) => (
          <AttentionRow
            icon={<KeyRound size={16} />}
            tone={key.isExpired ? "danger" : "warning"}
            detail={
              isOwn(key)
                ? texts().attention.key.rotate
                : texts().attention.key.rotateOf(key.owner.name)
            }
            actions={
              <AttentionLink
                href={pageOf(key, path, isOwn(key))}
                label={texts().attention.key.action}
                about={key.name}
              />
            }
          >
            {ending(key)}
          </AttentionRow>
        )}
      </For>
      <MoreRow
        due={props.keys}
        label={texts().attention.key.more}
        href={path(
          can("apiKey:manage") ? "settings/api?tab=all" : "settings/api",
        )}
      />
    </>
  );
}

/** Returns the path of the page on which a key can be rotated. */
function pageOf(
  { owner }: Keys["first"][number],
  path: OrganizationPath,
  isOwn: boolean,
): string {
  if (owner.kind === "service")
    return path(`settings/api/service-accounts/${owner.id}`);
  return path(isOwn ? "settings/api" : "settings/api?tab=all");
}

/** The service accounts without a steward. */
export function AccountRows(props: {
  accounts: NonNullable<Attention["serviceAccounts"]>;
}) {
  const path = useOrganizationPath();
  return (
    <>
      <For each={props.accounts.first}>
        {({ id, name }) => (
          <AttentionRow
            icon={<Bot size={16} />}
            tone="warning"
            detail={texts().attention.account.why}
            actions={
              <AttentionLink
                href={path(`settings/api/service-accounts/${id}`)}
                label={texts().attention.account.action}
                about={name}
              />
            }
          >
            {texts().attention.account.noSteward(name)}
          </AttentionRow>
        )}
      </For>
      <MoreRow
        due={props.accounts}
        label={texts().attention.account.more}
        href={path("settings/api?tab=service-accounts")}
      />
    </>
  );
}
