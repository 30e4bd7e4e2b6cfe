import Copy from "lucide-solid/icons/copy";
import Eye from "lucide-solid/icons/eye";
import Pencil from "lucide-solid/icons/pencil";
import Trash from "lucide-solid/icons/trash";
import Users from "lucide-solid/icons/users";
import { useOrganization } from "#sdk/solid.ts";
import { startView } from "#client/session/view-as-role.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import type { Kind } from "#client/session/verbs/verb.ts";
import type { RoleDialogProps } from "./role-dialog.tsx";
import { nameOf, type Role } from "./role.ts";
import { texts } from "./texts.ts";

const openForm = verbDialog<Pick<RoleDialogProps, "editing">>(
  () => import("./role-dialog.tsx"),
);
const openDelete = verbDialog<{ role: Role }>(
  () => import("./delete-role-dialog.tsx"),
);

/** What users can do with a role. */
export const roleKind: Kind<Role> = {
  id: "role",
  idOf: ({ id }) => id,
  nameOf,
  useVerbs() {
    const { can, slug } = useOrganization();
    const path = useOrganizationPath();
    const isCustom = ({ isBuiltIn }: Role) => !isBuiltIn;
    const blocked = ({ permissions }: Role) =>
      permissions.every(can) ? undefined : texts().aboveOwn;
    return [
      {
        id: "members",
        label: texts().showMembers,
        icon: Users,
        isInPaletteOnly: true,
        permission: "member:read",
        href: ({ id }) => path(`settings/team?role=${id}`),
      },
      {
        id: "edit",
        label: texts().edit,
        icon: Pencil,
        permission: "role:manage",
        fits: isCustom,
        blocked,
        run: (role) => openForm({ editing: { kind: "edit", role } }),
      },
      {
        id: "viewAs",
        label: texts().viewAs,
        icon: Eye,
        permission: "role:manage",
        run: ({ id, name }) =>
          startView({ slug: slug(), role: id, roleName: name }),
      },
      {
        id: "duplicate",
        label: texts().duplicate,
        icon: Copy,
        permission: "role:manage",
        run: (copyOf) => openForm({ editing: { kind: "new", copyOf } }),
      },
      {
        id: "delete",
        label: texts().delete,
        icon: Trash,
        tone: "danger",
        permission: "role:manage",
        fits: isCustom,
        blocked,
        run: (role) => openDelete({ role }),
      },
    ];
  },
};
