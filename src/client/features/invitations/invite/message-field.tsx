import { Show } from "solid-js";
import {
  containsAddress,
  MESSAGE_LENGTH,
  plainMessage,
} from "#shared/message-text.ts";
import { PLANS } from "#shared/plans.ts";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { TextArea } from "#client/ui/text-area.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

/** The field for the personal message of an invitation. On the free plan it says which plans have messages. */
export function MessageField(props: {
  id: string;
  value: string;
  onInput: (message: string) => void;
  error: string | undefined;
}) {
  const isIncluded = useMessages();
  return (
    <TextArea
      id={props.id}
      label={texts().message.label}
      optional
      rows={2}
      dir="auto"
      maxLength={MESSAGE_LENGTH}
      disabled={!isIncluded()}
      hint={
        <Show when={isIncluded()} fallback={<NotIncluded />}>
          {hintOf(props.value)}
        </Show>
      }
      value={props.value}
      onInput={props.onInput}
      error={props.error}
    />
  );
}

/** Says that links are removed, and shows what is left of a message with a link. */
function hintOf(message: string): string {
  if (!containsAddress(message)) return texts().message.hint(MESSAGE_LENGTH);
  const rest = plainMessage(message);
  return rest === "" ? texts().message.allRemoved : texts().message.rest(rest);
}

function NotIncluded() {
  const path = useOrganizationPath();
  return (
    <>
      {texts().message.notIncluded}{" "}
      <Can permission="billing:manage">
        <TextLink href={path("settings/billing")}>
          {texts().message.plans}
        </TextLink>
      </Can>
    </>
  );
}

/** Whether the organization can send messages. Without payments, every organization can. */
function useMessages(): () => boolean {
  const { organization, slug, can } = useOrganization();
  const isInPlan = () => PLANS[organization().plan].personalMessages;
  const billing = api.billing.get.useQuery(
    () => ({ org: slug() }),
    () => ({ enabled: !isInPlan() && can("billing:read") }),
  );
  return () =>
    isInPlan() || (billing.isSuccess && billing.data.provider === "off");
}
