import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";

/** A dialog above a page with unsaved input. It asks the user to sign in again, because the session has expired. */
export default function SessionEnded(props: {
  email: string;
  signInHref: string;
  onLeave: () => void;
}) {
  return (
    <Dialog
      open
      onClose={props.onLeave}
      title={texts().sessionEnded.title}
      role="alertdialog"
      size="sm"
      mustAnswer
      isOnTop
    >
      <DialogBody>
        <p class="text-muted">{texts().sessionEnded.kept}</p>
        <p class="break-words text-muted">
          {texts().sessionEnded.as(props.email)}
        </p>
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onLeave}>{texts().sessionEnded.leave}</Button>
        <LinkButton href={props.signInHref} target="_blank" variant="primary">
          {texts().sessionEnded.signIn}
        </LinkButton>
      </DialogActions>
    </Dialog>
  );
}
