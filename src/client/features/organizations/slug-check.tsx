import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";
import { slugSchema } from "#shared/slug.ts";
import { api } from "#client/session/api.ts";
import { TextButton } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

/** How long the user must pause before the server is asked. */
const PAUSE_MS = 350;

export interface SlugCheckOptions {
  /** The slug that the user types. */
  slug: Accessor<string>;
  /** The organization that is to get the slug; undefined for a new one. */
  org?: Accessor<string>;
}

/**
 * Checks while the user types whether the slug is taken, and returns the error and the hint of the field. The hint
 * offers a similar slug.
 */
export function createSlugCheck({ slug, org }: SlugCheckOptions) {
  const [paused, setPaused] = createSignal<string>();
  createEffect(() => {
    const parsed = slugSchema.safeParse(slug());
    const timer = setTimeout(() => setPaused(parsed.data), PAUSE_MS);
    onCleanup(() => clearTimeout(timer));
  });
  const isCurrent = () => slugSchema.safeParse(slug()).data === paused();
  const check = api.organizations.checkSlug.useQuery(
    () => ({ slug: paused() ?? "", ...(org && { org: org() }) }),
    () => ({
      enabled: paused() !== undefined && paused() !== org?.(),
      retry: false,
      refetchOnWindowFocus: false,
    }),
  );
  const found = () =>
    isCurrent() && check.isSuccess && !check.data.isAvailable
      ? check.data
      : undefined;
  return {
    error: () => (found() ? texts().slug.taken : undefined),
    suggestion: () => found()?.suggestion ?? undefined,
  };
}

/** Offers an available slug in place of the hint of a field. */
export function SlugSuggestion(props: {
  slug: string;
  onChoose: (slug: string) => void;
}) {
  return (
    <TextButton onClick={() => props.onChoose(props.slug)}>
      {texts().slug.use(props.slug)}
    </TextButton>
  );
}
