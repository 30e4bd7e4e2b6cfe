import { useHistoryVerb } from "#client/session/history/history-verb.ts";
import Link2 from "lucide-solid/icons/link-2";
import X from "lucide-solid/icons/x";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { found } from "#client/session/verbs/found.ts";
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
  icon: Link2,
  idOf: ({ id }) => id,
  nameOf: linkName,
  detailOf: ({ createdBy }) => `${texts().createdBy} ${createdBy}`,
  title: () => texts().title,
  useFind(asked) {
    const { slug, can } = useOrganization();
    const query = api.links.list.useQuery(
      () => ({ org: slug() }),
      () => ({ enabled: asked() !== undefined && can("invitation:read") }),
    );
    return () =>
      found(query.isSuccess ? query.data.items : [], asked(), linkName);
  },
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
        href: () => path("people?tab=links"),
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

function linkName(link: Link): string {
  return texts().verbs.name(roleNameOf(link));
}
