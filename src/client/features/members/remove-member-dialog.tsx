import { createSignal } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { createConfirmation } from "#client/ui/confirmation.ts";
import type { Member } from "./member.ts";
import { ReassignProjects } from "./reassign-projects.tsx";
import { texts } from "./texts.ts";

export function RemoveMemberDialog(props: {
  confirmation: ReturnType<typeof createConfirmation<Member>>;
  onRemove: (member: Member, reassignTo: string | undefined) => Promise<void>;
}) {
  const { organization } = useOrganization();
  const [reassignTo, setReassignTo] = createSignal<string>();
  const member = () => props.confirmation.subject();
  const remove = () =>
    props.confirmation.confirm((removed) =>
      props.onRemove(removed, reassignTo()),
    )();
  return (
    <ConfirmDialog
      open={props.confirmation.isOpen()}
      onClose={props.confirmation.close}
      title={texts().remove.title(member()?.name ?? "", organization().name)}
      confirmLabel={texts().remove.confirm}
      tone="danger"
      onConfirm={remove}
    >
      <p>{texts().remove.text(<bdi>{member()?.name}</bdi>)}</p>
      <ReassignProjects
        except={[member()?.userId ?? ""]}
        name={member()?.name}
        value={reassignTo()}
        onChange={setReassignTo}
      />
    </ConfirmDialog>
  );
}
