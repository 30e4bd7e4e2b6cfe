import { Badge } from "#client/ui/badge.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Section } from "#client/ui/section.tsx";
import { TEXTS } from "./texts.ts";

export function PasskeysSection(props: { count: number }) {
  return (
    <Section
      title={TEXTS.passkeys.title}
      description={TEXTS.passkeys.text}
      actions={
        <Badge tone={props.count > 0 ? "success" : "neutral"}>
          {props.count > 0 ? TEXTS.passkeys.count(props.count) : TEXTS.off}
        </Badge>
      }
      footer={
        <LinkButton href="/account/passkeys" class="ml-auto">
          {props.count > 0 ? TEXTS.passkeys.manage : TEXTS.passkeys.add}
        </LinkButton>
      }
    />
  );
}
