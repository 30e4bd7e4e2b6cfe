import { createSignal, Show } from "solid-js";
import { api } from "../../../api.ts";
import { createFormProblems } from "../../../form-problems.ts";
import { toastProblem } from "../../../problem-toast.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { Section } from "../../../ui/section.tsx";
import { toast } from "../../../ui/toast.ts";
import { DropArea } from "./drop-area.tsx";
import { base64Of, toSquare } from "./square.ts";
import { TEXTS } from "./texts.ts";

/** One's own picture: chosen or dropped, looked at, saved, and taken away again. */
export function PictureSection(props: { name: string; image: string | null }) {
  const [preview, setPreview] = createSignal<string>();
  const problems = createFormProblems([]);
  const set = api.account.setAvatar.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const remove = api.account.removeAvatar.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  let chooser: HTMLButtonElement | undefined;
  let input: HTMLInputElement | undefined;

  const choose = (file: File) =>
    problems.attempt(async () => {
      setPreview(undefined);
      setPreview(await toSquare(file));
    });
  // The button that was pressed is gone by then.
  const finish = async () => {
    setPreview(undefined);
    chooser?.focus();
    await Promise.all([
      api.auth.context.invalidate(),
      api.members.list.invalidate(),
    ]);
  };
  const save = (chosen: string) =>
    problems.attempt(async () => {
      await set.mutateAsync({ image: base64Of(chosen) });
      toast.success(TEXTS.saved);
      await finish();
    });
  const takeAway = async () => {
    try {
      await remove.mutateAsync();
      toast.success(TEXTS.removed);
      await finish();
    } catch (error) {
      toastProblem(TEXTS.notRemoved, error);
    }
  };
  const cancel = () => {
    setPreview(undefined);
    problems.clear();
    chooser?.focus();
  };

  return (
    <Section title={TEXTS.title} description={TEXTS.text}>
      <div class="flex flex-col gap-3">
        <ErrorSummary
          title={TEXTS.notSaved}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <DropArea onFile={choose}>
          <Avatar
            name={props.name}
            image={preview() ?? props.image}
            size="xl"
          />
          <div class="flex min-w-0 flex-1 basis-60 flex-col gap-2">
            <div class="flex flex-wrap items-center gap-2">
              <input
                ref={(element) => (input = element)}
                type="file"
                hidden
                aria-label={TEXTS.file}
                accept="image/png,image/jpeg,image/webp,image/*"
                onChange={({ currentTarget }) => {
                  const [file] = currentTarget.files ?? [];
                  if (file) void choose(file);
                  // The same file may be chosen again.
                  currentTarget.value = "";
                }}
              />
              <Show when={preview()}>
                {(chosen) => (
                  <Button
                    variant="primary"
                    pending={set.isPending}
                    onClick={() => save(chosen())}
                  >
                    {TEXTS.save}
                  </Button>
                )}
              </Show>
              <Button
                ref={(button) => (chooser = button)}
                onClick={() => input?.click()}
              >
                {(preview() ?? props.image) ? TEXTS.chooseOther : TEXTS.choose}
              </Button>
              <Show
                when={preview()}
                fallback={
                  <Show when={props.image}>
                    <Button
                      variant="danger-quiet"
                      pending={remove.isPending}
                      onClick={takeAway}
                    >
                      {TEXTS.remove}
                    </Button>
                  </Show>
                }
              >
                <Button onClick={cancel}>{TEXTS.cancel}</Button>
              </Show>
            </div>
            <p class="text-sm text-muted" role="status">
              {preview() ? TEXTS.preview : TEXTS.hint}
            </p>
          </div>
        </DropArea>
      </div>
    </Section>
  );
}
