import { For } from "solid-js";
import { z } from "zod";
import {
  type OrganizationSettings,
  organizationSettingsChanges,
} from "#shared/settings.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { createEdits } from "#client/ui/edits/create-edits.ts";
import { EditSection } from "#client/ui/edits/edit-section.tsx";
import { differing, type Version } from "#client/ui/edits/versions.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { describeSettings, wordFor } from "./setting.ts";
import { SettingField } from "./setting-field.tsx";
import { texts } from "./texts.ts";

const changes = z.object({ settings: organizationSettingsChanges });

/** The values of the settings form. They are `unknown`, because only the settings schema knows their types. */
type Settings = Record<string, unknown>;
type SavedSettings = OrganizationSettings & { updatedAt: string };

/** Shows all settings of the schema in one form. */
export function SettingsForm(props: { saved: SavedSettings }) {
  const { user } = useOrganization();
  const edits = useSettingsEdits(() => props.saved);
  const settings = describeSettings();
  const problems = createFormProblems(settings.map(pathOf));
  return (
    <EditSection
      title={texts().settingsForm.preferences}
      hint={texts().settingsForm.forAll}
      edits={edits}
      problems={problems}
      labels={Object.fromEntries(
        settings.map(({ name, label }) => [name, label]),
      )}
      readerId={user().id}
      format={(_, value) => wordFor(value)}
      saved={texts().settingsForm.settingsSaved}
      onSaved={() => api.auth.context.invalidate()}
    >
      <For each={settings}>
        {(setting) => (
          <SettingField
            setting={setting}
            id={problems.id(pathOf(setting))}
            value={edits.typed[setting.name]}
            onChange={(value) => edits.type({ [setting.name]: value })}
            error={problems.at(pathOf(setting))}
          />
        )}
      </For>
    </EditSection>
  );
}

const pathOf = ({ name }: { name: string }) => `settings.${name}`;

function useSettingsEdits(latest: () => SavedSettings) {
  const { slug } = useOrganization();
  const update = api.organizations.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const read = async () => {
    const org = slug();
    const saved = await api.organizations.settings.query({ org });
    api.organizations.settings.setData({ org }, saved);
    return versionOf(saved);
  };
  const edits = createEdits<Settings>({
    latest: () => versionOf(latest()),
    read,
    save: async (typed, updatedAt) => {
      const { settings } = changes.parse({
        settings: changed(edits.base().fields, typed),
      });
      await update.mutateAsync({ org: slug(), settings, updatedAt });
      return read();
    },
  });
  return edits;
}

function versionOf({ updatedAt, ...fields }: SavedSettings): Version<Settings> {
  return { fields, updatedAt };
}

/**
 * Returns only the settings that the user changed. Sending the others could overwrite what other users have changed.
 */
function changed(base: Settings, typed: Settings): Settings {
  return Object.fromEntries(
    differing(base, typed).map((name) => [name, typed[name]]),
  );
}
