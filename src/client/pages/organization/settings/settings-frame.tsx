import type { RouteSectionProps } from "@solidjs/router";
import { SettingsLayout } from "../../../layout/settings-layout.tsx";
import {
  type OrganizationSession,
  useOrganization,
} from "../../../session/organization.tsx";

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
    { href: path("settings"), label: "General", exact: true },
    ...(can("member:read")
      ? [{ href: path("settings/team"), label: "Team" }]
      : []),
    ...(can("role:read")
      ? [{ href: path("settings/roles"), label: "Roles" }]
      : []),
    ...(can("organization:update")
      ? [
          { href: path("settings/security"), label: "Security" },
          { href: path("settings/domains"), label: "Domains" },
        ]
      : []),
    ...(can("billing:read")
      ? [{ href: path("settings/billing"), label: "Billing" }]
      : []),
    ...(can("audit:read")
      ? [{ href: path("settings/audit"), label: "Audit log" }]
      : []),
    { href: path("settings/danger"), label: "Danger zone" },
  ];
  return [{ label: "Organization", links: organization }];
}
