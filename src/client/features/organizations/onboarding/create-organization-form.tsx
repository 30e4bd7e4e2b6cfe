import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { z } from "zod";
import { organizationNameField } from "#shared/fields.ts";
import { slugify, slugSchema } from "#shared/slug.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { createSlugCheck, SlugSuggestion } from "../slug-check.tsx";
import { texts } from "./texts.ts";

const fields = z.object({ name: organizationNameField, slug: slugSchema });

export function CreateOrganizationForm() {
  const navigate = useNavigate();
  const [name, setName] = createSignal("");
  const [typedSlug, setSlug] = createSignal<string>();
  // The slug follows the name until the user types a slug. It follows the name again when the user clears the slug
  // field.
  const slug = () => typedSlug() || slugify(name());
  const check = createSlugCheck({ slug });
  const problems = createFormProblems(["name", "slug"], { SLUG_TAKEN: "slug" });
  const create = api.organizations.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));

  const submit = () =>
    problems.attempt(async () => {
      const created = await create.mutateAsync(
        fields.parse({ name: name(), slug: slug() }),
      );
      void api.auth.context.invalidate();
      navigate(`/o/${created.slug}/welcome`, { replace: true });
    });

  return (
    <Form onSubmit={submit} class="flex flex-col gap-4">
      <ErrorSummary
        title={texts().create.failed}
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <TextField
        id={problems.id("name")}
        label={texts().create.name}
        name="organization"
        autocomplete="organization"
        dir="auto"
        size="lg"
        placeholder={texts().create.namePlaceholder}
        value={name()}
        onInput={setName}
        error={problems.at("name")}
      />
      <TextField
        id={problems.id("slug")}
        label={texts().create.slug}
        name="slug"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        size="lg"
        prefix={`${location.host}/o/`}
        hint={
          <Show when={check.suggestion()} fallback={texts().create.slugHint}>
            {(free) => <SlugSuggestion slug={free()} onChoose={setSlug} />}
          </Show>
        }
        value={slug()}
        onInput={setSlug}
        error={check.error() ?? problems.at("slug")}
      />
      <Button type="submit" variant="primary" size="lg">
        {texts().create.submit}
      </Button>
    </Form>
  );
}
