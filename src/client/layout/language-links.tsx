import { For } from "solid-js";
import {
  chooseLanguage,
  LANGUAGE_NAMES,
  language,
} from "#client/lib/language/language.ts";
import { texts } from "./texts.ts";

/** Buttons that change the language, for pages without a user menu. */
export function LanguageLinks() {
  return (
    <div
      role="group"
      aria-label={texts().languageLinks.language}
      class="mt-8 flex justify-center gap-1 text-sm text-muted"
    >
      <For each={LANGUAGE_NAMES}>
        {([value, name]) => (
          <button
            type="button"
            lang={value}
            aria-pressed={value === language}
            onClick={() => chooseLanguage(value)}
            class="rounded-sm px-2 py-1 hover:text-ink aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:min-h-11"
          >
            {name}
          </button>
        )}
      </For>
    </div>
  );
}
