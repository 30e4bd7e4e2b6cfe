import { useHistoryVerb } from "#client/session/history/history-verb.ts";
import KeyRound from "lucide-solid/icons/key-round";
import ListChecks from "lucide-solid/icons/list-checks";
import Pencil from "lucide-solid/icons/pencil";
import RefreshCw from "lucide-solid/icons/refresh-cw";
import X from "lucide-solid/icons/x";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { found } from "#client/session/verbs/found.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import type { Kind } from "#client/session/verbs/verb.ts";
import { type ApiKey, endingOf, type ShownSecret } from "./api-key.ts";
import { texts } from "./texts.ts";

export const openScopes = verbDialog<{ apiKey: ApiKey }>(
  () => import("./scopes-dialog.tsx"),
);
export const openSecret = verbDialog<{ secret: ShownSecret }>(
  () => import("./secret-dialog.tsx"),
);
const openRotate = verbDialog<{ apiKey: ApiKey }>(
  () => import("./rotate-dialog.tsx"),
);
const openEdit = verbDialog<{ apiKey: ApiKey }>(
  () => import("./edit-key-dialog.tsx"),
);
const openRevoke = verbDialog<{ apiKey: ApiKey }>(
  () => import("./revoke-dialog.tsx"),
);

/** What users can do with an API key. */
export const apiKeyKind: Kind<ApiKey> = {
  id: "apiKey",
  icon: KeyRound,
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  detailOf: (key) => `${key.owner.name} · ${endingOf(key)}`,
  title: () => texts().menu.kind,
  useFind(asked) {
    const { slug, can } = useOrganization();
    const query = api.apiKeys.list.useQuery(
      () => ({
        org: slug(),
        owner: can("apiKey:manage") ? "all" : "me",
        limit: 100,
      }),
      () => ({ enabled: asked() !== undefined && can("apiKey:own") }),
    );
    return () =>
      found(
        query.isSuccess ? query.data.items : [],
        asked(),
        ({ name }) => name,
      );
  },
  useVerbs() {
    const history = useHistoryVerb<ApiKey>(({ id }) => ({
      kind: "apiKey",
      id,
    }));
    const { user } = useOrganization();
    const { menu } = texts();
    return [
      {
        id: "scopes",
        label: menu.scopes,
        icon: ListChecks,
        isInPaletteOnly: true,
        run: (apiKey) => openScopes({ apiKey }),
      },
      {
        id: "rotate",
        label: menu.rotate,
        icon: RefreshCw,
        // The member who rotates a key sees its secret, and could then act as its owner.
        blocked: ({ owner }) =>
          owner.kind === "user" && owner.id !== user().id
            ? menu.ownerOnly
            : undefined,
        run: (apiKey) => openRotate({ apiKey }),
      },
      {
        id: "edit",
        label: menu.edit,
        icon: Pencil,
        run: (apiKey) => openEdit({ apiKey }),
      },
      history,
      {
        id: "revoke",
        label: menu.revoke,
        icon: X,
        tone: "danger",
        run: (apiKey) => openRevoke({ apiKey }),
      },
    ];
  },
};
