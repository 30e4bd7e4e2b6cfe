import type { RouteSectionProps } from "@solidjs/router";
import { SettingsLayout } from "../settings-layout.tsx";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { settingsGroups } from "./settings-links.ts";

/** The frame of the settings, with links to the settings pages that the member has permission for. */
export default function SettingsFrame(props: RouteSectionProps) {
  const session = useOrganization();
  const path = useOrganizationPath();
  return (
    <SettingsLayout groups={settingsGroups(session, path)}>
      {props.children}
    </SettingsLayout>
  );
}
