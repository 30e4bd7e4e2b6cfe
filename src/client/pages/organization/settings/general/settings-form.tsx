import { createSignal, For } from "solid-js";
import { z } from "zod";
import {
  type OrganizationSettings,
  organizationSettingsChanges,
} from "../../../../../shared/settings.ts";
import { api } from "../../../../api.ts";
import { createFormProblems } from "../../../../form-problems.ts";
import { useOrganization } from "../../../../session/organization.tsx";
import { Button } from "../../../../ui/button.tsx";
import { ErrorSummary } from "../../../../ui/error-summary.tsx";
import { Form } from "../../../../ui/form.tsx";
import { LeaveGuard } from "../../../../ui/leave-guard.tsx";
import { Section } from "../../../../ui/section.tsx";
import { toast } from "../../../../ui/toast.ts";
import { describeSettings } from "./setting.ts";
import { SettingField } from "./setting-field.tsx";

const SETTINGS = describeSettings();
const NAMES = SETTINGS.map(({ name }) => `settings.${name}`);
const changes = z.object({ settings: organizationSettingsChanges });

/** Whatever the settings' schema holds, as one form. */
export function SettingsForm(props: { saved: OrganizationSettings }) {
  const { slug } = useOrganization();
  const [changed, setChanged] = createSignal<Record<string, unknown>>({});
  const saved = (name: string) =>
    (props.saved as Record<string, unknown>)[name];
  const isDirty = () => Object.keys(changed()).length > 0;
  const problems = createFormProblems(NAMES);
  const update = api.organizations.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));

  const change = (name: string, value: unknown) => {
    const { [name]: _, ...others } = changed();
    setChanged(value === saved(name) ? others : { ...others, [name]: value });
  };
  const save = () =>
    problems.attempt(async () => {
      const org = slug();
      const typed = changes.parse({ settings: changed() });
      await update.mutateAsync({ org, ...typed });
      await api.organizations.settings.invalidate({ org });
      setChanged({});
      toast.success("Settings saved");
    });

  return (
    <Form onSubmit={save}>
      <LeaveGuard isDirty={isDirty()} />
      <Section
        title="Preferences"
        footer={
          <>
            <span>They apply to everybody.</span>
            <Button
              type="submit"
              variant="primary"
              blocked={isDirty() ? undefined : "There is nothing to save."}
            >
              Save
            </Button>
          </>
        }
      >
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
                value={changed()[setting.name] ?? saved(setting.name)}
                onChange={(value) => change(setting.name, value)}
                error={problems.at(`settings.${setting.name}`)}
              />
            )}
          </For>
        </div>
      </Section>
    </Form>
  );
}
