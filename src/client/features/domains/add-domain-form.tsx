import { createSignal } from "solid-js";
import { z } from "zod";
import { domainField } from "#shared/domain.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { FormSection } from "#client/ui/form-section.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { refetchDomains } from "./domain.ts";
import { texts } from "./texts.ts";

const fields = z.object({ domain: domainField });

export function AddDomainForm() {
  const { slug } = useOrganization();
  const [domain, setDomain] = createSignal("");
  const problems = createFormProblems(["domain"], {
    DOMAIN_EXISTS: "domain",
    DOMAIN_LIMIT: "domain",
  });
  const add = api.domains.add.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      await add.mutateAsync({ org, ...fields.parse({ domain: domain() }) });
      await refetchDomains(org);
      setDomain("");
      toast.success(texts().add.done, texts().add.next);
    });
  return (
    <FormSection
      title={texts().add.title}
      description={texts().add.text}
      problems={problems}
      failedTitle={texts().add.failed}
      onSubmit={submit}
      action={texts().add.action}
    >
      <TextField
        id={problems.id("domain")}
        label={texts().add.label}
        placeholder={texts().add.placeholder}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        inputmode="url"
        value={domain()}
        onInput={setDomain}
        error={problems.at("domain")}
      />
    </FormSection>
  );
}
