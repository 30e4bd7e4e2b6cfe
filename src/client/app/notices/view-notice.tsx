import Eye from "lucide-solid/icons/eye";
import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import { exitView, type View, view } from "#client/session/view-as-role.ts";
import { Button } from "#client/ui/button.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import { texts } from "./texts.ts";

/** Says, above every page of a view, as which role it shows the organization, and ends the view. */
export function ViewNotice() {
  return <Show when={view}>{(found) => <Bar view={found()} />}</Show>;
}

function Bar(props: { view: View }) {
  const { organization } = useOrganization();
  // The name of the role may have changed since the view began. A view as admin keeps the role of its user.
  const roleName = () => {
    const { role, roleName: stored } = props.view;
    const shown = organization();
    return roleNameOf(shown.role === role ? shown : { role, roleName: stored });
  };
  return (
    <NoticeBar
      label={texts().view.label}
      tone="accent"
      isSticky
      icon={<Eye size={16} />}
      action={
        <Button size="sm" onClick={exitView}>
          {texts().view.exit}
        </Button>
      }
    >
      <span class="font-medium">{texts().view.text(roleName())}</span>{" "}
      {texts().view.readOnly}
    </NoticeBar>
  );
}
