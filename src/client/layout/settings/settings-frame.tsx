import type { RouteSectionProps } from "@solidjs/router";
import { SettingsLayout } from "../settings-layout.tsx";
import {
  type OrganizationSession,
  useOrganization,
} from "#client/session/organization.tsx";
import { TEXTS } from "./texts.ts";

/** The pages of an organization's settings, those that the reader's role reaches. */
export default function SettingsFrame(props: RouteSectionProps) {
  const session = useOrganization();
  return (
    <SettingsLayout groups={groupsFor(session)}>
      {props.children}
    </SettingsLayout>
  );
}

function groupsFor({ path, can }: OrganizationSession) {
  const organization = [
    { href: path("settings"), label: TEXTS.settingsFrame.general, exact: true },
    ...(can("member:read")
      ? [{ href: path("settings/team"), label: TEXTS.settingsFrame.team }]
      : []),
    ...(can("role:read")
      ? [{ href: path("settings/roles"), label: TEXTS.settingsFrame.roles }]
      : []),
    ...(can("organization:update")
      ? [
          {
            href: path("settings/security"),
            label: TEXTS.settingsFrame.security,
          },
          {
            href: path("settings/domains"),
            label: TEXTS.settingsFrame.domains,
          },
        ]
      : []),
    ...(can("billing:read")
      ? [{ href: path("settings/billing"), label: TEXTS.settingsFrame.billing }]
      : []),
    ...(can("audit:read")
      ? [{ href: path("settings/audit"), label: TEXTS.settingsFrame.auditLog }]
      : []),
    { href: path("settings/danger"), label: TEXTS.settingsFrame.dangerZone },
  ];
  return [{ label: TEXTS.settingsFrame.organization, links: organization }];
}
