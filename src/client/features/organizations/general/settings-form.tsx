import { For } from "solid-js";
import { z } from "zod";
import {
  type OrganizationSettings,
  organizationSettingsChanges,
} from "#shared/settings.ts";
import { api } from "#client/session/api.ts";
import { createEdits } from "#client/ui/edits/create-edits.ts";
import { StaleNotice } from "#client/ui/edits/stale-notice.tsx";
import { differing, type Version } from "#client/ui/edits/versions.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { LeaveGuard } from "#client/ui/leave-guard.tsx";
import { Section } from "#client/ui/section.tsx";
import { toast } from "#client/ui/toast.ts";
import { describeSettings, wordFor } from "./setting.ts";
import { SettingField } from "./setting-field.tsx";
import { texts } from "./texts.ts";

const SETTINGS = describeSettings();
const NAMES = SETTINGS.map(({ name }) => `settings.${name}`);
const LABELS = Object.fromEntries(
  SETTINGS.map(({ name, label }) => [name, label]),
);
const changes = z.object({ settings: organizationSettingsChanges });

/** The settings as a form takes them: of which kind each is, the schema alone knows. */
type Settings = Record<string, unknown>;
type SavedSettings = OrganizationSettings & { updatedAt: string };

/** Whatever the settings' schema holds, as one form. */
export function SettingsForm(props: { saved: SavedSettings }) {
  const { slug, user } = useOrganization();
  const problems = createFormProblems(NAMES);
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
    latest: () => versionOf(props.saved),
    read,
    save: async (typed, updatedAt) => {
      const org = slug();
      const { settings } = changes.parse({
        settings: changed(edits.base().fields, typed),
      });
      await update.mutateAsync({ org, settings, updatedAt });
      return read();
    },
  });
  const attempt = (save: () => Promise<boolean>) =>
    problems.attempt(async () => {
      if (!(await save())) return;
      toast.success(texts().settingsForm.settingsSaved);
      await api.auth.context.invalidate();
    });

  return (
    <Form onSubmit={() => attempt(edits.save)}>
      <LeaveGuard isDirty={edits.isDirty()} />
      <Section
        title={texts().settingsForm.preferences}
        footer={
          <>
            <span>{texts().settingsForm.forAll}</span>
            <Button
              type="submit"
              variant="primary"
              blocked={
                edits.isDirty() ? undefined : texts().settingsForm.nothing
              }
            >
              {texts().settingsForm.save}
            </Button>
          </>
        }
      >
        <div class="flex flex-col gap-4">
          <StaleNotice
            edits={edits}
            labels={LABELS}
            readerId={user().id}
            say={(_, value) => wordFor(value)}
            onSaveAnyway={() => attempt(edits.saveAnyway)}
          />
          <div class="flex max-w-md flex-col gap-4">
            <ErrorSummary
              problems={problems.general()}
              requestId={problems.requestId()}
            />
            <For each={SETTINGS}>
              {(setting) => (
                <SettingField
                  setting={setting}
                  id={problems.id(`settings.${setting.name}`)}
                  value={edits.typed[setting.name]}
                  onChange={(value) => edits.type({ [setting.name]: value })}
                  error={problems.at(`settings.${setting.name}`)}
                />
              )}
            </For>
          </div>
        </div>
      </Section>
    </Form>
  );
}

function versionOf({ updatedAt, ...fields }: SavedSettings): Version<Settings> {
  return { fields, updatedAt };
}

/** What is left alone is not sent: it stays as others set it. */
function changed(base: Settings, typed: Settings): Settings {
  return Object.fromEntries(
    differing(base, typed).map((name) => [name, typed[name]]),
  );
}
