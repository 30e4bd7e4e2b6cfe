import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { z } from "zod";
import { slugSchema } from "#shared/slug.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { EditSection } from "#client/ui/edits/edit-section.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { TextField } from "#client/ui/text-field.tsx";
import { createSlugCheck, SlugSuggestion } from "../slug-check.tsx";
import { useOrganizationEdits } from "./use-organization-edits.ts";
import { texts } from "./texts.ts";

const fields = z.object({ slug: slugSchema });

/** Changes the slug of the organization, then opens the new URL. */
export function SlugForm() {
  const { user, slug: current } = useOrganization();
  const navigate = useNavigate();
  const problems = createFormProblems(["slug"], {
    SLUG_TAKEN: "slug",
    SLUG_LIMIT: "slug",
  });
  const edits = useOrganizationEdits("slug", fields.parse, async (saved) => {
    // Fetch the auth context before the URL changes, so that the page does not disappear for a moment.
    await api.auth.context.prefetch({ org: saved.slug });
  });
  const check = createSlugCheck({
    slug: () => edits.typed.slug,
    org: current,
  });
  const question = createQuestion();
  const to = () => slugSchema.safeParse(edits.typed.slug).data;
  // The server refuses an invalid or taken slug, so the user is not asked about it.
  const confirm = () =>
    to() === undefined || check.error() ? true : question.ask();
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
      confirm={confirm}
      onSaved={() =>
        navigate(`/o/${edits.base().fields.slug}/settings`, { replace: true })
      }
    >
      <TextField
        id={problems.id("slug")}
        label={texts().slugForm.slug}
        hideLabel
        hint={
          <Show when={check.suggestion()} fallback={texts().slugForm.hint}>
            {(free) => (
              <SlugSuggestion
                slug={free()}
                onChoose={(slug) => edits.type({ slug })}
              />
            )}
          </Show>
        }
        prefix={`${location.host}/o/`}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={edits.typed.slug}
        onInput={(slug) => edits.type({ slug })}
        error={check.error() ?? problems.at("slug")}
      />
      <ConfirmDialog
        open={question.isOpen()}
        onClose={() => question.answer(false)}
        onConfirm={() => question.answer(true)}
        title={texts().slugForm.change.title}
        confirmLabel={texts().slugForm.change.confirm}
      >
        <p class="mb-2 font-medium break-all text-ink">
          /o/{current()} → /o/{to()}
        </p>
        <p>{texts().slugForm.change.text}</p>
      </ConfirmDialog>
    </EditSection>
  );
}

/** A question that a dialog asks before the form is saved. */
function createQuestion() {
  const [waiting, setWaiting] = createSignal<(answer: boolean) => void>();
  return {
    isOpen: () => waiting() !== undefined,
    ask: () =>
      new Promise<boolean>((resolve) => void setWaiting(() => resolve)),
    answer(answer: boolean) {
      waiting()?.(answer);
      setWaiting(undefined);
    },
  };
}
