import { describeDevice } from "#shared/device.ts";
import { addPasskey } from "#client/session/passkey.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { NameForm } from "./name-form.tsx";
import { refetchPasskeys } from "./passkey.ts";
import { texts } from "./texts.ts";

export function AddDialog(props: {
  open: boolean;
  onClose: () => void;
  /** Receives the new recovery codes if the passkey is the user's first second factor; otherwise null. */
  onCodes: (codes: string[] | null) => void;
}) {
  const add = async (name: string) => {
    const { passkey, recoveryCodes } = await addPasskey(name);
    props.onClose();
    props.onCodes(recoveryCodes);
    toast.success(texts().adding.added(passkey.name));
    await refetchPasskeys();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().adding.title}
      description={texts().adding.text}
      size="sm"
    >
      <NameForm
        name={
          describeDevice(navigator.userAgent, texts().adding.device) ||
          texts().adding.thisDevice
        }
        texts={texts().adding}
        onSubmit={add}
        onClose={props.onClose}
      />
    </Dialog>
  );
}
