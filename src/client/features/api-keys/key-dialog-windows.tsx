import { EditKeyDialog } from "./edit-key-dialog.tsx";
import type { KeyAccount } from "./key-owner.ts";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { RotateDialog } from "./rotate-dialog.tsx";
import { ScopesDialog } from "./scopes-dialog.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import type { KeyDialogs } from "./use-key-dialogs.ts";

/** The dialogs about the keys of a list, and about a new secret. */
export function KeyDialogWindows(props: {
  dialogs: KeyDialogs;
  /** The service account to which the keys of the list belong, if they all belong to one. */
  account: KeyAccount | undefined;
}) {
  return (
    <>
      <ScopesDialog dialogs={props.dialogs} />
      <RotateDialog dialogs={props.dialogs} />
      <EditKeyDialog dialogs={props.dialogs} account={props.account} />
      <RevokeDialog dialogs={props.dialogs} />
      <SecretDialog
        secret={props.dialogs.secret()}
        onClose={props.dialogs.hideSecret}
      />
    </>
  );
}
