import { createSignal } from "solid-js";
import { z } from "zod";
import { domainField } from "#shared/domain.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { useRoles } from "#client/session/use-roles.ts";
import { type NewLink, refetchLinks } from "./link.ts";
import { texts } from "./texts.ts";

const DAYS = [1, 7, 30, 90];

const schema = z.object({
  maxUses: z
    .string()
    .trim()
    .regex(/^\d*$/, { error: () => texts().form.usesWrong })
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((uses) => uses === null || (uses >= 1 && uses <= 10_000), {
      error: () => texts().form.usesWrong,
    }),
  domains: z
    .string()
    .transform((text) => text.split(/[\s,;]+/).filter((part) => part !== ""))
    .pipe(
      z.array(domainField).max(10, { error: () => texts().form.domainsMost }),
    ),
});

export function NewLinkForm(props: {
  onCancel: () => void;
  onCreated: (link: NewLink) => void;
}) {
  const { slug } = useOrganization();
  const roles = useRoles();
  const [role, setRole] = createSignal("member");
  const [maxUses, setMaxUses] = createSignal("");
  const [domains, setDomains] = createSignal("");
  const [days, setDays] = createSignal("7");
  const problems = createFormProblems(["role", "maxUses", "domains"]);
  const create = api.links.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const link = await create.mutateAsync({
        org,
        role: role(),
        ...schema.parse({ maxUses: maxUses(), domains: domains() }),
        expiresInDays: Number(days()),
      });
      void refetchLinks(org);
      props.onCreated(link);
    });
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().form.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <Select
          id={problems.id("role")}
          label={texts().form.role}
          hint={roles.about(role())}
          options={roles.withoutAdmin()}
          value={role()}
          onChange={setRole}
          error={problems.at("role")}
        />
        <TextField
          id={problems.id("maxUses")}
          label={texts().form.uses}
          hint={texts().form.usesHint}
          inputmode="numeric"
          autocomplete="off"
          value={maxUses()}
          onInput={setMaxUses}
          error={problems.at("maxUses")}
        />
        <TextField
          id={problems.id("domains")}
          label={texts().form.domains}
          hint={texts().form.domainsHint}
          autocomplete="off"
          value={domains()}
          onInput={setDomains}
          error={problems.at("domains")}
        />
        <Select
          label={texts().form.expires}
          options={DAYS.map((count) => ({
            value: String(count),
            label: texts().form.days(count),
          }))}
          value={days()}
          onChange={setDays}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onCancel}>{texts().form.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().form.submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
