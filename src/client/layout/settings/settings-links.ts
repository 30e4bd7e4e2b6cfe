import type { OrganizationSession } from "#sdk/solid.ts";
import type { OrganizationPath } from "#client/session/organization-path.ts";
import type { NavGroup } from "#client/ui/nav-links.tsx";
import { texts } from "./texts.ts";

/** Returns the links to the settings pages that the member has permission for. */
export function settingsGroups(
  { can }: OrganizationSession,
  path: OrganizationPath,
): NavGroup[] {
  const organization = [
    ...(can("organization:read")
      ? [
          {
            href: path("settings"),
            label: texts().settingsFrame.general,
            exact: true,
          },
        ]
      : []),
    ...(can("role:read")
      ? [{ href: path("settings/roles"), label: texts().settingsFrame.roles }]
      : []),
    ...(can("organization:update")
      ? [
          {
            href: path("settings/security"),
            label: texts().settingsFrame.security,
          },
          {
            href: path("settings/domains"),
            label: texts().settingsFrame.domains,
          },
        ]
      : []),
    ...(can("apiKey:own")
      ? [
          { href: path("settings/api"), label: texts().settingsFrame.api },
          {
            href: path("settings/connect"),
            label: texts().settingsFrame.connect,
          },
        ]
      : []),
    ...(can("billing:read")
      ? [
          {
            href: path("settings/billing"),
            label: texts().settingsFrame.billing,
          },
        ]
      : []),
    ...(can("audit:read")
      ? [
          {
            href: path("settings/audit"),
            label: texts().settingsFrame.auditLog,
          },
        ]
      : []),
    { href: path("settings/danger"), label: texts().settingsFrame.dangerZone },
  ];
  return [{ label: texts().settingsFrame.organization, links: organization }];
}
