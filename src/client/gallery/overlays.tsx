import Archive from "lucide-solid/icons/archive";
import Ellipsis from "lucide-solid/icons/ellipsis";
import Pencil from "lucide-solid/icons/pencil";
import Trash2 from "lucide-solid/icons/trash";
import { createSignal } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import { Menu } from "#client/ui/menu.tsx";
import { MenuItem, MenuLink, MenuSeparator } from "#client/ui/menu-item.tsx";
import { Section } from "#client/ui/section.tsx";
import { Select } from "#client/ui/select.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { wait } from "./samples.ts";

const ROLES = [
  { value: "member", label: "Member" },
  { value: "viewer", label: "Viewer" },
] as const;

export function Overlays() {
  const [open, setOpen] = createSignal<"edit" | "remove" | "delete">();
  const [role, setRole] = createSignal<"member" | "viewer">("member");
  const close = () => setOpen(undefined);

  return (
    <Section title="Overlays">
      <div class="flex flex-wrap items-center gap-2">
        <Button onClick={() => setOpen("edit")}>Open dialog</Button>
        <Button onClick={() => setOpen("remove")}>Confirm</Button>
        <Button variant="danger-quiet" onClick={() => setOpen("delete")}>
          Type to confirm
        </Button>
        <Button onClick={() => toast.success("Settings saved")}>
          Toast: success
        </Button>
        <Button
          onClick={() =>
            toast.undo("Project archived", () => toast.success("Restored"))
          }
        >
          Toast: undo
        </Button>
        <Button
          onClick={() =>
            toast.error(
              "The role was not changed.",
              "Acme always needs an admin.",
              "req_01kf2x8c7m",
            )
          }
        >
          Toast: error
        </Button>
        <Menu
          trigger={(attributes) => (
            <IconButton {...attributes} title={undefined} label="Actions">
              <Ellipsis size={16} />
            </IconButton>
          )}
        >
          <MenuItem
            icon={<Pencil size={16} />}
            onSelect={() => setOpen("edit")}
          >
            Rename
          </MenuItem>
          <MenuLink href="/settings" icon={<Archive size={16} />}>
            Settings
          </MenuLink>
          <MenuItem blocked="You’re the last admin" onSelect={() => {}}>
            Leave
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            tone="danger"
            icon={<Trash2 size={16} />}
            onSelect={() => setOpen("delete")}
          >
            Delete
          </MenuItem>
        </Menu>
      </div>
      <Dialog
        open={open() === "edit"}
        onClose={close}
        title="Edit project"
        description="Visible to everyone in Acme."
      >
        <DialogBody>
          <TextField label="Name" value="Roadmap" />
          <Select
            label="Visible to"
            options={ROLES}
            value={role()}
            onChange={setRole}
          />
        </DialogBody>
        <DialogActions>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" onClick={() => wait(800).then(close)}>
            Save
          </Button>
        </DialogActions>
      </Dialog>
      <ConfirmDialog
        open={open() === "remove"}
        onClose={close}
        title="Remove Grace Hopper from Acme?"
        confirmLabel="Remove"
        tone="danger"
        onConfirm={() => wait(800).then(refuse)}
      >
        Grace will lose access immediately. Her projects stay.
      </ConfirmDialog>
      <ConfirmDialog
        open={open() === "delete"}
        onClose={close}
        title="Delete Acme Corporation?"
        confirmLabel="Delete organization"
        tone="danger"
        typeToConfirm="acme"
        onConfirm={() => wait(800)}
      >
        4 people and 12 projects disappear at once. You can restore them for 30
        days.
      </ConfirmDialog>
    </Section>
  );
}

function refuse(): never {
  throw new Error("Grace is the last admin. Make someone else an admin first.");
}
