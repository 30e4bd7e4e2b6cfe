import { api } from "#client/session/api.ts";

/** Reads again what the organization is called and looks like, wherever that is shown. */
export function readOrganizationAgain(): Promise<unknown> {
  return Promise.all([
    api.auth.context.invalidate(),
    api.organizations.settings.invalidate(),
    api.organizations.list.invalidate(),
  ]);
}
