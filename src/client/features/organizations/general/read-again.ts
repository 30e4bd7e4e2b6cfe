import { api } from "#client/session/api.ts";

/** Refetches every query that contains the name or logo of the organization. */
export function readOrganizationAgain(): Promise<unknown> {
  return Promise.all([
    api.auth.context.invalidate(),
    api.organizations.settings.invalidate(),
    api.organizations.list.invalidate(),
  ]);
}
