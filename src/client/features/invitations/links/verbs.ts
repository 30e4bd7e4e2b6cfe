import { useHistoryVerb } from "#client/session/history/history-verb.ts";
import Link2 from "lucide-solid/icons/link-2";
import X from "lucide-solid/icons/x";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import type { Kind } from "#client/session/verbs/verb.ts";
import type { Link } from "./link.ts";
import { texts } from "./texts.ts";

const openRevoke = verbDialog<{ link: Link }>(
  () => import("./revoke-link-dialog.tsx"),
);

/** What users can do with an invitation link. */
export const linkKind: Kind<Link> = {
  id: "link",
  idOf: ({ id }) => id,
  nameOf: (link) => texts().verbs.name(roleNameOf(link)),
  detailOf: ({ createdBy }) => `${texts().createdBy} ${createdBy}`,
  useVerbs() {
    const history = useHistoryVerb<Link>(({ id }) => ({ kind: "link", id }));
    const path = useOrganizationPath();
    const { verbs } = texts();
    return [
      {
        id: "open",
        label: verbs.open,
        icon: Link2,
        isInPaletteOnly: true,
        permission: "invitation:read",
        href: () => path("settings/team?tab=links"),
      },
      history,
      {
        id: "revoke",
        label: verbs.revoke,
        icon: X,
        tone: "danger",
        permission: "invitation:revoke",
        run: (link) => openRevoke({ link }),
      },
    ];
  },
};
