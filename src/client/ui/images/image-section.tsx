import { createSignal, Show } from "solid-js";
import { createFormProblems } from "../form-problems.ts";
import { toastProblem } from "../problem-toast.ts";
import { Avatar, type AvatarProps } from "../avatar.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { Section } from "../section.tsx";
import { toast } from "../toast.ts";
import { DropArea } from "./drop-area.tsx";
import { base64Of, toSquare } from "./square.ts";
import { texts } from "./texts.ts";

export interface ImageSectionProps {
  /** The name whose initials are shown if there is no image. */
  name: string;
  image: string | null;
  shape: AvatarProps["shape"];
  /** The texts that differ between users and organizations. */
  texts: Record<
    | "title"
    | "text"
    | "file"
    | "save"
    | "saved"
    | "removed"
    | "notSaved"
    | "notRemoved",
    string
  >;
  /** @param base64 a square image */
  onSave: (base64: string) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
}

/** A card in which the user chooses or drops an image, previews it, saves it and removes it. */
export function ImageSection(props: ImageSectionProps) {
  const [preview, setPreview] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);
  const problems = createFormProblems([]);
  let chooser: HTMLButtonElement | undefined;
  let input: HTMLInputElement | undefined;

  const choose = (file: File) =>
    problems.attempt(async () => {
      setPreview(undefined);
      setPreview(await toSquare(file));
    });
  // The pressed button is gone after the action, so the button that chooses an image gets the focus.
  const finish = (message: string) => {
    toast.success(message);
    setPreview(undefined);
    chooser?.focus();
  };
  const busy = async (act: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await act();
    } finally {
      setBusy(false);
    }
  };
  const save = (chosen: string) =>
    busy(() =>
      problems.attempt(async () => {
        await props.onSave(base64Of(chosen));
        finish(props.texts.saved);
      }),
    );
  const takeAway = () =>
    busy(async () => {
      try {
        await props.onRemove();
        finish(props.texts.removed);
      } catch (error) {
        toastProblem(props.texts.notRemoved, error);
      }
    });
  const cancel = () => {
    setPreview(undefined);
    problems.clear();
    chooser?.focus();
  };

  return (
    <Section title={props.texts.title} description={props.texts.text}>
      <div class="flex flex-col gap-3">
        <ErrorSummary
          title={props.texts.notSaved}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <DropArea onFile={choose}>
          <Avatar
            name={props.name}
            image={preview() ?? props.image}
            shape={props.shape}
            size="xl"
          />
          <div class="flex min-w-0 flex-1 basis-60 flex-col gap-2">
            <div class="flex flex-wrap items-center gap-2">
              <input
                ref={(element) => (input = element)}
                type="file"
                hidden
                aria-label={props.texts.file}
                accept="image/png,image/jpeg,image/webp,image/*"
                onChange={({ currentTarget }) => {
                  const [file] = currentTarget.files ?? [];
                  if (file) void choose(file);
                  // Clears the input, so that the user can choose the same file again.
                  currentTarget.value = "";
                }}
              />
              <Show when={preview()}>
                {(chosen) => (
                  <Button
                    variant="primary"
                    pending={isBusy()}
                    onClick={() => save(chosen())}
                  >
                    {props.texts.save}
                  </Button>
                )}
              </Show>
              <Button
                ref={(button) => (chooser = button)}
                onClick={() => input?.click()}
              >
                {(preview() ?? props.image)
                  ? texts().chooseOther
                  : texts().choose}
              </Button>
              <Show
                when={preview()}
                fallback={
                  <Show when={props.image}>
                    <Button
                      variant="danger-quiet"
                      pending={isBusy()}
                      onClick={takeAway}
                    >
                      {texts().remove}
                    </Button>
                  </Show>
                }
              >
                <Button onClick={cancel}>{texts().cancel}</Button>
              </Show>
            </div>
            <p class="text-sm text-muted" role="status">
              {preview() ? texts().preview : texts().hint}
            </p>
          </div>
        </DropArea>
      </div>
    </Section>
  );
}
