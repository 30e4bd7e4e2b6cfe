import { getOwner, runWithOwner } from "solid-js";
import { apiKeyKind } from "#client/features/api-keys/verbs.ts";
import { domainKind } from "#client/features/domains/verbs.ts";
import { linkKind } from "#client/features/invitations/links/verbs.ts";
import { invitationKind } from "#client/features/invitations/verbs.ts";
import { memberKind } from "#client/features/members/verbs.ts";
import { projectKind } from "#client/features/projects/verbs.ts";
import { roleKind } from "#client/features/roles/verbs.ts";
import { serviceAccountKind } from "#client/features/service-accounts/verbs.ts";
import { useVerbs, type Verbs } from "#client/session/verbs/use-verbs.ts";
import type { Icon, Kind, Subject } from "#client/session/verbs/verb.ts";

/** A thing that the palette has found. */
export interface FoundThing {
  kind: string;
  icon: Icon;
  id: string;
  name: string;
  detail: string | undefined;
  /** The heading under which it is listed. */
  group: string;
  subject: Subject;
}

/** Finds the things of one kind. */
export interface Source {
  kind: string;
  icon: Icon;
  useFound(asked: () => string | undefined): () => FoundThing[];
}

/** Returns the sources of all kinds, in the order of the list. Call it in a component that stays. */
export function useSources(): Source[] {
  return [
    useSource(memberKind),
    useSource(invitationKind),
    useSource(projectKind),
    useSource(roleKind),
    useSource(serviceAccountKind),
    useSource(apiKeyKind),
    useSource(domainKind),
    useSource(linkKind),
  ];
}

function useSource<Thing extends object>(kind: Kind<Thing>): Source {
  const owner = getOwner();
  let verbs: Verbs<Thing> | undefined;
  // Verbs may request data, such as the roles. Most visits of the palette need the verbs of one kind only.
  const verbsOf = () => (verbs ??= runWithOwner(owner, () => useVerbs(kind)));
  return {
    kind: kind.id,
    icon: kind.icon,
    useFound(asked) {
      const things = kind.useFind(asked);
      return () =>
        things().map((thing) => ({
          kind: kind.id,
          icon: kind.icon,
          id: kind.idOf(thing),
          name: kind.nameOf(thing),
          detail: kind.detailOf?.(thing),
          group: kind.title(),
          subject: {
            name: kind.nameOf(thing),
            offers: () => verbsOf()?.of(thing) ?? [],
          },
        }));
    },
  };
}
