import { useHistoryVerb } from "#client/session/history/history-verb.ts";
import Bot from "lucide-solid/icons/bot";
import KeyRound from "lucide-solid/icons/key-round";
import Lock from "lucide-solid/icons/lock";
import LogIn from "lucide-solid/icons/log-in";
import Pencil from "lucide-solid/icons/pencil";
import Trash from "lucide-solid/icons/trash";
import UserCheck from "lucide-solid/icons/user-check";
import { useLocation } from "@solidjs/router";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { useRoles } from "#client/session/use-roles.ts";
import { api } from "#client/session/api.ts";
import { found } from "#client/session/verbs/found.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import type { Kind } from "#client/session/verbs/verb.ts";
import { pageOf, type ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";
import { useAccountActions } from "./use-account-actions.ts";

const openEdit = verbDialog<{ account: ServiceAccount }>(
  () => import("./edit-account-dialog.tsx"),
);
const openSuspend = verbDialog<{ account: ServiceAccount }>(
  () => import("./suspend-account-dialog.tsx"),
);
const openDelete = verbDialog<{ account: ServiceAccount }>(
  () => import("./delete-account-dialog.tsx"),
);

/** What users can do with a service account. */
export const serviceAccountKind: Kind<ServiceAccount> = {
  id: "serviceAccount",
  icon: Bot,
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  detailOf: () => texts().menu.kind,
  title: () => texts().title,
  useFind(asked) {
    const { slug, can } = useOrganization();
    const query = api.serviceAccounts.list.useQuery(
      () => ({ org: slug(), limit: 100 }),
      () => ({ enabled: asked() !== undefined && can("apiKey:manage") }),
    );
    return () =>
      found(
        query.isSuccess ? query.data.items : [],
        asked(),
        ({ name }) => name,
      );
  },
  useVerbs() {
    const history = useHistoryVerb<ServiceAccount>(({ id }) => ({
      kind: "serviceAccount",
      id,
    }));
    const { user } = useOrganization();
    const path = useOrganizationPath();
    const location = useLocation();
    const roles = useRoles();
    const { reactivate, takeOver } = useAccountActions();
    const { menu } = texts();
    const blocked = ({ role }: ServiceAccount) =>
      roles.canAssign(role) ? undefined : menu.aboveOwn;
    const isSuspended = ({ suspendedAt }: ServiceAccount) =>
      suspendedAt !== null;
    return [
      {
        id: "open",
        label: menu.open,
        icon: Bot,
        isInPaletteOnly: true,
        fits: (account) => location.pathname !== path(pageOf(account)),
        href: (account) => path(pageOf(account)),
      },
      {
        id: "newKey",
        label: menu.newKey,
        icon: KeyRound,
        isInPaletteOnly: true,
        blocked,
        href: (account) => `${path(pageOf(account))}?new=1`,
      },
      {
        id: "edit",
        label: menu.edit,
        icon: Pencil,
        blocked,
        run: (account) => openEdit({ account }),
      },
      {
        id: "takeOver",
        label: menu.takeOver,
        icon: UserCheck,
        fits: ({ steward }) => steward?.id !== user().id,
        blocked,
        run: takeOver,
      },
      {
        id: "suspend",
        label: menu.suspend,
        icon: Lock,
        fits: (account) => !isSuspended(account),
        blocked,
        run: (account) => openSuspend({ account }),
      },
      {
        id: "reactivate",
        label: menu.reactivate,
        icon: LogIn,
        fits: isSuspended,
        blocked,
        run: reactivate,
      },
      history,
      {
        id: "delete",
        label: menu.delete,
        icon: Trash,
        tone: "danger",
        blocked,
        run: (account) => openDelete({ account }),
      },
    ];
  },
};
