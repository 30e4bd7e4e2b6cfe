import Shield from "lucide-solid/icons/shield";
import Copy from "lucide-solid/icons/copy";
import Eye from "lucide-solid/icons/eye";
import Pencil from "lucide-solid/icons/pencil";
import ShieldCheck from "lucide-solid/icons/shield-check";
import Trash from "lucide-solid/icons/trash";
import Users from "lucide-solid/icons/users";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { useHistoryVerb } from "#client/session/history/history-verb.ts";
import { api } from "#client/session/api.ts";
import { found } from "#client/session/verbs/found.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import type { Kind } from "#client/session/verbs/verb.ts";
import { startView } from "#client/session/view-as-role.ts";
import { nameOf, type Role } from "./role.ts";
import { texts } from "./texts.ts";

export const openDeleteRole = verbDialog<{
  role: Role;
  onDeleted?: () => void;
}>(() => import("./delete-role-dialog.tsx"));

/** Viewing the organization as a role. It is offered to those who define or assign roles. */
export function useViewAs() {
  const { slug, can } = useOrganization();
  return {
    isOffered: () => can("role:manage") || can("member:update"),
    start: ({ id, name }: Role) =>
      startView({ slug: slug(), role: id, roleName: name }),
  };
}

/** What users can do with a role. */
export const roleKind: Kind<Role> = {
  id: "role",
  icon: Shield,
  idOf: ({ id }) => id,
  nameOf,
  title: () => texts().title,
  useFind(asked) {
    const { slug, can } = useOrganization();
    const query = api.roles.list.useQuery(
      () => ({ org: slug() }),
      () => ({ enabled: asked() !== undefined && can("role:read") }),
    );
    return () =>
      found(query.isSuccess ? query.data.items : [], asked(), nameOf);
  },
  useVerbs() {
    const history = useHistoryVerb<Role>(({ id }) => ({ kind: "role", id }));
    const { can } = useOrganization();
    const path = useOrganizationPath();
    const viewAs = useViewAs();
    const isCustom = ({ isBuiltIn }: Role) => !isBuiltIn;
    const aboveOwn = ({ permissions }: Role) =>
      permissions.every(can) ? undefined : texts().aboveOwn;
    const pageOf = ({ id }: Role) => path(`settings/roles/${id}`);
    return [
      {
        id: "open",
        label: texts().menu.open,
        icon: ShieldCheck,
        isInPaletteOnly: true,
        href: pageOf,
      },
      {
        id: "members",
        label: texts().menu.members,
        icon: Users,
        isInPaletteOnly: true,
        permission: "member:read",
        href: ({ id }) => path(`people?role=${id}`),
      },
      {
        id: "edit",
        label: texts().menu.edit,
        icon: Pencil,
        permission: "role:manage",
        fits: isCustom,
        blocked: aboveOwn,
        href: pageOf,
      },
      {
        id: "viewAs",
        label: texts().viewAs,
        icon: Eye,
        fits: viewAs.isOffered,
        run: viewAs.start,
      },
      {
        id: "duplicate",
        label: texts().menu.duplicate,
        icon: Copy,
        permission: "role:manage",
        href: ({ id }) => path(`settings/roles/new?from=${id}`),
      },
      { ...history, fits: isCustom },
      {
        id: "delete",
        label: texts().menu.delete,
        icon: Trash,
        tone: "danger",
        permission: "role:manage",
        fits: isCustom,
        blocked: aboveOwn,
        run: (role) => openDeleteRole({ role }),
      },
    ];
  },
};
