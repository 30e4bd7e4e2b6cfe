import Copy from "lucide-solid/icons/copy";
import Activity from "lucide-solid/icons/activity";
import LogIn from "lucide-solid/icons/log-in";
import LogOut from "lucide-solid/icons/log-out";
import User from "lucide-solid/icons/user";
import UserCog from "lucide-solid/icons/user-cog";
import UserLock from "lucide-solid/icons/user-lock";
import UserMinus from "lucide-solid/icons/user-minus";
import { keepPreviousData } from "@tanstack/solid-query";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { copyWithToast } from "#client/session/verbs/copy-with-toast.ts";
import { useHistoryVerb } from "#client/session/history/history-verb.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import type { Kind, Verb } from "#client/session/verbs/verb.ts";
import type { BulkDialogProps } from "./bulk/bulk-dialog.tsx";
import type { BulkAction } from "./bulk/texts.ts";
import { texts as bulkTexts } from "./bulk/texts.ts";
import { lastAdminReason, useLastAdmin } from "./last-admin.ts";
import type { MemberThing } from "./member.ts";
import { texts } from "./texts.ts";
import { useMemberActions } from "./use-member-actions.ts";

const openChangeRole = verbDialog<{ member: MemberThing }>(
  () => import("./change-role-dialog.tsx"),
);
const openSuspend = verbDialog<{ member: MemberThing }>(
  () => import("./suspend-dialog.tsx"),
);
const openRemove = verbDialog<{ member: MemberThing }>(
  () => import("./remove-member-dialog.tsx"),
);
const openLeave = verbDialog<object>(() => import("./leave-dialog.tsx"));
const openBulk = verbDialog<
  Pick<BulkDialogProps, "action" | "members" | "onDone">
>(() => import("./bulk/bulk-dialog.tsx"));

/** How many members the palette shows. */
const FOUND = 5;

/** What users can do with a member. */
export const memberKind: Kind<MemberThing> = {
  id: "member",
  icon: User,
  idOf: ({ userId }) => userId,
  nameOf: ({ name }) => name,
  detailOf: ({ email }) => email,
  title: () => texts().menu.kind,
  useFind(asked) {
    const { slug, can } = useOrganization();
    const found = api.members.list.useQuery(
      () => ({ org: slug(), q: asked(), limit: FOUND }),
      () => ({
        enabled: asked() !== undefined && can("member:read"),
        placeholderData: keepPreviousData,
      }),
    );
    return () => (asked() && found.isSuccess ? found.data.items : []);
  },
  useVerbs() {
    const history = useHistoryVerb<MemberThing>(({ userId: id }) => ({
      kind: "member",
      id,
    }));
    const { user } = useOrganization();
    const path = useOrganizationPath();
    const isLastAdmin = useLastAdmin();
    const { reactivateMember } = useMemberActions();
    const { menu, role } = texts();
    const isSelf = ({ userId }: MemberThing) => userId === user().id;
    const isOther = (member: MemberThing) => !isSelf(member);
    const isSuspended = ({ suspendedAt }: MemberThing) => suspendedAt !== null;
    const blocked = ({ userId }: MemberThing) =>
      isLastAdmin(userId) ? lastAdminReason() : undefined;
    const many = (action: BulkAction): Verb<MemberThing>["many"] => ({
      label: bulkTexts().actions[action],
      run: (members, onDone) => openBulk({ action, members, onDone }),
    });
    return [
      {
        id: "open",
        label: menu.open,
        icon: User,
        isInPaletteOnly: true,
        href: ({ userId }) => path(`people/${userId}`),
      },
      {
        id: "changeRole",
        label: menu.changeRole,
        icon: UserCog,
        permission: "member:update",
        blocked: (member) => (isSelf(member) ? role.own : blocked(member)),
        run: (member) => openChangeRole({ member }),
        many: many("changeRole"),
      },
      {
        id: "suspend",
        label: menu.suspend,
        icon: UserLock,
        permission: "member:update",
        fits: (member) => isOther(member) && !isSuspended(member),
        blocked,
        run: (member) => openSuspend({ member }),
        many: many("suspend"),
      },
      {
        id: "reactivate",
        label: menu.reactivate,
        icon: LogIn,
        permission: "member:update",
        fits: (member) => isOther(member) && isSuspended(member),
        run: (member) => reactivateMember(member),
        many: many("reactivate"),
      },
      history,
      {
        id: "events",
        label: menu.events,
        keywords: menu.eventsKeywords,
        icon: Activity,
        permission: "audit:read",
        href: ({ userId }) => path(`settings/audit?who=${userId}`),
      },
      {
        id: "copyEmail",
        label: menu.copyEmail,
        icon: Copy,
        run: ({ email }) => copyWithToast(email),
      },
      {
        id: "leave",
        label: menu.leave,
        icon: LogOut,
        tone: "danger",
        fits: isSelf,
        blocked,
        run: () => openLeave({}),
      },
      {
        id: "remove",
        label: menu.remove,
        icon: UserMinus,
        tone: "danger",
        permission: "member:remove",
        fits: isOther,
        blocked,
        run: (member) => openRemove({ member }),
        many: many("remove"),
      },
    ];
  },
};
