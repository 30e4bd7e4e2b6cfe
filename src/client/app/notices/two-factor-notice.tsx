import ShieldAlert from "lucide-solid/icons/shield-alert";
import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import type { AuthContext } from "#client/session/session.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { formatDay } from "#client/lib/formats/time.ts";
import { dismiss, isDismissed } from "./dismissed-notices.ts";
import { texts } from "./texts.ts";

export interface TwoFactorNoticeProps {
  organization: NonNullable<AuthContext["organization"]>;
  /** The date from which users without 2FA lose access to the organization. */
  due: string;
}

/** Announces the 2FA requirement of an organization above its pages, until the requirement takes effect. */
export function TwoFactorNotice(props: TwoFactorNoticeProps) {
  // A hidden notice appears again when the date changes.
  const notice = () => `${props.organization.id}:${props.due}`;
  return (
    <Show when={!isDismissed(notice())}>
      <section
        aria-label={texts().twoFactor.notice.label}
        class="border-b border-warning-line bg-warning-soft text-warning-ink"
      >
        <div class="mx-auto flex max-w-6xl items-start gap-2.5 py-1.5 pr-2 pl-4 text-sm sm:items-center sm:pr-4 sm:pl-6">
          <ShieldAlert size={16} class="mt-1.5 shrink-0 sm:mt-0" />
          <p class="min-w-0 flex-1 py-1 break-words">
            <bdi>{props.organization.name}</bdi>{" "}
            {texts().twoFactor.notice.requires}{" "}
            <time datetime={props.due} class="font-medium">
              {formatDay(new Date(props.due))}
            </time>
            . {texts().twoFactor.notice.after}{" "}
            <TextLink href="/account/two-factor" class="font-medium">
              {texts().twoFactor.notice.setUp}
            </TextLink>
          </p>
          <IconButton
            label={texts().hide}
            size="sm"
            onClick={() => dismiss(notice())}
          >
            <X size={16} />
          </IconButton>
        </div>
      </section>
    </Show>
  );
}
