import { useNavigate } from "@solidjs/router";
import { z } from "zod";
import { slugSchema } from "#shared/slug.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { EditSection } from "#client/ui/edits/edit-section.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { TextField } from "#client/ui/text-field.tsx";
import { useOrganizationEdits } from "./use-organization-edits.ts";
import { texts } from "./texts.ts";

const fields = z.object({ slug: slugSchema });

/** Changes the slug of the organization, then opens the new URL. */
export function SlugForm() {
  const { user } = useOrganization();
  const navigate = useNavigate();
  const problems = createFormProblems(["slug"], {
    SLUG_TAKEN: "slug",
    SLUG_LIMIT: "slug",
  });
  const edits = useOrganizationEdits("slug", fields.parse, async (saved) => {
    // Fetch the auth context before the URL changes, so that the page does not disappear for a moment.
    await api.auth.context.prefetch({ org: saved.slug });
  });
  return (
    <EditSection
      title={texts().slugForm.url}
      description={texts().slugForm.about}
      hint={texts().slugForm.oldLinks}
      edits={edits}
      problems={problems}
      labels={{ slug: texts().slugForm.slug }}
      readerId={user().id}
      saved={texts().slugForm.urlChanged}
      onSaved={() =>
        navigate(`/o/${edits.base().fields.slug}/settings`, { replace: true })
      }
    >
      <TextField
        id={problems.id("slug")}
        label={texts().slugForm.slug}
        hideLabel
        hint={texts().slugForm.hint}
        prefix={`${location.host}/o/`}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={edits.typed.slug}
        onInput={(slug) => edits.type({ slug })}
        error={problems.at("slug")}
      />
    </EditSection>
  );
}
