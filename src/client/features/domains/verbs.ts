import { useHistoryVerb } from "#client/session/history/history-verb.ts";
import BadgeCheck from "lucide-solid/icons/badge-check";
import Globe from "lucide-solid/icons/globe";
import Trash from "lucide-solid/icons/trash";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { found } from "#client/session/verbs/found.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import type { Kind } from "#client/session/verbs/verb.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import type { Domain } from "./domain.ts";
import { texts } from "./texts.ts";
import { useVerification } from "./use-verification.ts";

export const openRemove = verbDialog<{ domain: Domain }>(
  () => import("./remove-domain-dialog.tsx"),
);

/** What users can do with a domain. */
export const domainKind: Kind<Domain> = {
  id: "domain",
  icon: Globe,
  idOf: ({ id }) => id,
  nameOf: ({ domain }) => domain,
  detailOf: ({ status }) => texts().status[status],
  title: () => texts().title,
  useFind(asked) {
    const { slug, can } = useOrganization();
    const query = api.domains.list.useQuery(
      () => ({ org: slug() }),
      () => ({ enabled: asked() !== undefined && can("organization:update") }),
    );
    return () =>
      found(
        query.isSuccess ? query.data.items : [],
        asked(),
        ({ domain }) => domain,
      );
  },
  useVerbs() {
    const history = useHistoryVerb<Domain>(({ id }) => ({
      kind: "domain",
      id,
    }));
    const path = useOrganizationPath();
    const { attempt } = useVerification();
    const { verbs } = texts();
    const permission = "organization:update";
    return [
      {
        id: "open",
        label: verbs.open,
        icon: Globe,
        isInPaletteOnly: true,
        permission,
        href: () => path("settings/domains"),
      },
      {
        id: "verify",
        label: verbs.verify,
        icon: BadgeCheck,
        permission,
        run: (domain) =>
          attempt(domain).catch((error: unknown) =>
            toastProblem(texts().verification.failed(domain.domain), error),
          ),
      },
      history,
      {
        id: "remove",
        label: verbs.remove,
        icon: Trash,
        tone: "danger",
        permission,
        run: (domain) => openRemove({ domain }),
      },
    ];
  },
};
