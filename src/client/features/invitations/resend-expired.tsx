import Send from "lucide-solid/icons/send";
import { Show } from "solid-js";
import { Can, useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { Button } from "#client/ui/button.tsx";
import { texts } from "./texts.ts";
import { openBulk } from "./verbs.ts";

/** A button that resends all expired invitations. It is absent if none has expired. */
export function ResendExpired() {
  return (
    <Can permission="invitation:create">
      <Resend />
    </Can>
  );
}

function Resend() {
  const { slug } = useOrganization();
  const expired = api.invitations.list.useQuery(() => ({
    org: slug(),
    status: "openExpired",
    limit: 100,
  }));
  const invitations = () => (expired.isSuccess ? expired.data.items : []);
  return (
    <Show when={invitations().length > 0}>
      <Button
        icon={<Send size={16} />}
        onClick={() =>
          openBulk({ action: "resend", invitations: [...invitations()] })
        }
      >
        {texts().bulk.resendExpired(invitations().length)}
      </Button>
    </Show>
  );
}
