import { keepPreviousData } from "@tanstack/solid-query";
import { createEffect, createSignal, onCleanup } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { lastPage } from "#client/session/visits.ts";
import { usePendingInvitations } from "#client/session/pending-invitations.ts";
import { texts } from "./texts.ts";
import type { Command } from "./commands.ts";

const SETTLES_AFTER = 200;
const AT_MOST = 5;

/**
 * Returns the projects and members whose names match the typed text, the pending invitations, and the user's other
 * organizations.
 */
export function useSearchResults(typed: () => string): () => Command[] {
  const { slug, can } = useOrganization();
  const path = useOrganizationPath();
  const words = settled(typed);
  const isAsked = () => words().trim().length >= 2;
  const projects = api.projects.list.useQuery(
    () => ({ org: slug(), q: words().trim(), limit: AT_MOST }),
    () => ({
      enabled: isAsked() && can("project:read"),
      placeholderData: keepPreviousData,
    }),
  );
  const people = api.members.list.useQuery(
    () => ({ org: slug(), q: words().trim(), limit: AT_MOST }),
    () => ({
      enabled: isAsked() && can("member:read"),
      placeholderData: keepPreviousData,
    }),
  );
  const invitations = usePendingInvitations(
    () => isAsked() && can("invitation:read"),
  );
  const otherOrganizations = useOtherOrganizations();

  return () => {
    const found: Command[] = [];
    if (isAsked() && projects.isSuccess)
      for (const { id, name } of projects.data.items)
        found.push({
          id,
          group: "projects",
          label: name,
          href: path(`projects/${id}`),
        });
    if (isAsked() && people.isSuccess)
      for (const { userId, name, email } of people.data.items)
        found.push({
          id: userId,
          group: "people",
          label: name,
          detail: email,
          href: path(`people/${userId}`),
        });
    if (isAsked() && invitations.isSuccess)
      for (const { id, email } of invitations.data.items)
        found.push({
          id,
          group: "people",
          label: email,
          detail: texts().invited,
          href: path("people?status=invited"),
        });
    return [...found, ...otherOrganizations()];
  };
}

function useOtherOrganizations(): () => Command[] {
  const { organizations, organization, user } = useOrganization();
  return () =>
    organizations()
      .filter(({ id }) => id !== organization().id)
      .map((other) => ({
        id: other.id,
        group: "organizations",
        label: other.name,
        detail: other.slug,
        href: lastPage(user().id, other),
      }));
}

/** Returns the typed text after a pause in typing, so that not every key sends a request. */
function settled(text: () => string): () => string {
  const [value, setValue] = createSignal(text());
  createEffect(() => {
    const next = text();
    const timer = setTimeout(() => setValue(next), SETTLES_AFTER);
    onCleanup(() => clearTimeout(timer));
  });
  return value;
}
