import { addTranslator, type Translator } from "./catalogue.ts";
import { type Language, language, PSEUDO } from "./language.ts";

/**
 * The parts of the translations: the texts of the sign-in page and of all frames, the texts of the other public pages,
 * those of the frames and the first pages after sign-in, and those of the pages with settings of an organization and of
 * an account. The first part loads at once, each other part with the first page that needs it.
 */
export type Part = "entry" | "public" | "inside" | "settings" | "account";

type Load = () => Promise<{ default: Translator }>;

/** The modules with translations. English has none, because the English texts are part of the pages. */
const LOADS: Record<
  Exclude<Language, "en"> | typeof PSEUDO,
  Partial<Record<Part, Load>>
> = {
  de: {
    entry: () => import("./german-entry.ts"),
    public: () => import("./german-public.ts"),
    inside: () => import("./german-inside.ts"),
    settings: () => import("./german-settings.ts"),
    account: () => import("./german-account.ts"),
  },
  [PSEUDO]: { entry: () => import("./pseudo.ts") },
};

const loading = new Map<Part, Promise<void>>();

/** Loads the translations of one part of the client, once. If loading fails, that part is shown in English. */
export function loadWords(part: Part): Promise<void> {
  const known = loading.get(part) ?? load(part);
  loading.set(part, known);
  return known;
}

async function load(part: Part): Promise<void> {
  const from = language === "en" ? undefined : LOADS[language][part];
  if (!from) return;
  try {
    addTranslator((await from()).default);
  } catch {
    loading.delete(part);
  }
}
