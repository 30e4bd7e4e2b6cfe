import type { RouteSectionProps } from "@solidjs/router";
import { SettingsLayout } from "../settings-layout.tsx";
import { type OrganizationSession, useOrganization } from "#sdk/solid.ts";
import {
  type OrganizationPath,
  useOrganizationPath,
} from "#client/session/organization-path.ts";
import { texts } from "./texts.ts";

/** The frame of the settings, with links to the settings pages that the member has permission for. */
export default function SettingsFrame(props: RouteSectionProps) {
  const session = useOrganization();
  const path = useOrganizationPath();
  return (
    <SettingsLayout groups={groupsFor(session, path)}>
      {props.children}
    </SettingsLayout>
  );
}

function groupsFor({ can }: OrganizationSession, path: OrganizationPath) {
  const organization = [
    {
      href: path("settings"),
      label: texts().settingsFrame.general,
      exact: true,
    },
    ...(can("member:read")
      ? [{ href: path("settings/team"), label: texts().settingsFrame.team }]
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
