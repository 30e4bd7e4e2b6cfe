import EyeOff from "lucide-solid/icons/eye-off";
import { exitView, type View } from "#client/session/view-as-role.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import { Button } from "#client/ui/button.tsx";
import { MainLandmark } from "../main-landmark.tsx";
import { StatusPage } from "../status-page.tsx";
import { texts } from "./texts.ts";

/** Tells a user that their view as a role is over, because the role or their permission is gone. */
export function ViewEnded(props: { view: View }) {
  return (
    <MainLandmark>
      <StatusPage
        icon={<EyeOff size={20} />}
        title={texts().viewEnded.title(roleNameOf(props.view))}
        actions={
          <Button variant="primary" onClick={exitView}>
            {texts().viewEnded.exit}
          </Button>
        }
      >
        <p>{texts().viewEnded.text}</p>
      </StatusPage>
    </MainLandmark>
  );
}
