import { Badge } from "#client/ui/badge.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Section } from "#client/ui/section.tsx";
import { texts } from "./texts.ts";

export function PasskeysSection(props: { count: number }) {
  return (
    <Section
      title={texts().passkeys.title}
      description={texts().passkeys.text}
      actions={
        <Badge tone={props.count > 0 ? "success" : "neutral"}>
          {props.count > 0 ? texts().passkeys.count(props.count) : texts().off}
        </Badge>
      }
      footer={
        <LinkButton href="/account/passkeys" class="ml-auto">
          {props.count > 0 ? texts().passkeys.manage : texts().passkeys.add}
        </LinkButton>
      }
    />
  );
}
