import { useHistoryVerb } from "#client/session/history/history-verb.ts";
import Copy from "lucide-solid/icons/copy";
import Link2 from "lucide-solid/icons/link-2";
import Mail from "lucide-solid/icons/mail";
import Send from "lucide-solid/icons/send";
import X from "lucide-solid/icons/x";
import { keepPreviousData } from "@tanstack/solid-query";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { copyWithToast } from "#client/session/verbs/copy-with-toast.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import type { Kind } from "#client/session/verbs/verb.ts";
import type { BulkDialogProps } from "./bulk-dialog.tsx";
import type { InvitationThing } from "./invitation.ts";
import { texts } from "./texts.ts";

export const openResend = verbDialog<{ invitation: InvitationThing }>(
  () => import("./resend-dialog.tsx"),
);
export const openRevoke = verbDialog<{ invitation: InvitationThing }>(
  () => import("./revoke-dialog.tsx"),
);
export const openCopyLink = verbDialog<{ invitation: InvitationThing }>(
  () => import("./copy-link-dialog.tsx"),
);
export const openBulk = verbDialog<BulkDialogProps>(
  () => import("./bulk-dialog.tsx"),
);

/** How many invitations the palette shows. */
const FOUND = 5;

/** What users can do with a pending invitation. */
export const invitationKind: Kind<InvitationThing> = {
  id: "invitation",
  icon: Mail,
  idOf: ({ id }) => id,
  nameOf: ({ email }) => email,
  detailOf: () => texts().verbs.pending,
  title: () => texts().verbs.kind,
  useFind(asked) {
    const { slug, can } = useOrganization();
    const found = api.invitations.list.useQuery(
      () => ({ org: slug(), status: "open", q: asked(), limit: FOUND }),
      () => ({
        enabled: asked() !== undefined && can("invitation:read"),
        placeholderData: keepPreviousData,
      }),
    );
    return () => (asked() && found.isSuccess ? found.data.items : []);
  },
  useVerbs() {
    const history = useHistoryVerb<InvitationThing>(({ id }) => ({
      kind: "invitation",
      id,
    }));
    const path = useOrganizationPath();
    const { verbs } = texts();
    return [
      {
        id: "open",
        label: verbs.open,
        icon: Mail,
        isInPaletteOnly: true,
        permission: "invitation:read",
        href: () => path("people?status=invited"),
      },
      {
        id: "resend",
        label: verbs.resend,
        icon: Send,
        permission: "invitation:create",
        run: (invitation) => openResend({ invitation }),
        many: {
          run: (invitations, onDone) =>
            openBulk({ action: "resend", invitations, onDone }),
        },
      },
      {
        id: "copyLink",
        label: verbs.copyLink,
        icon: Link2,
        permission: "invitation:create",
        run: (invitation) => openCopyLink({ invitation }),
      },
      {
        id: "copyEmail",
        label: verbs.copyEmail,
        icon: Copy,
        run: ({ email }) => copyWithToast(email),
      },
      history,
      {
        id: "revoke",
        label: verbs.revoke,
        icon: X,
        tone: "danger",
        permission: "invitation:revoke",
        run: (invitation) => openRevoke({ invitation }),
        many: {
          run: (invitations, onDone) =>
            openBulk({ action: "revoke", invitations, onDone }),
        },
      },
    ];
  },
};
