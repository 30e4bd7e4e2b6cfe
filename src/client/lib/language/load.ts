import { addTranslator, type Translator } from "./catalogue.ts";
import { type Language, language, PSEUDO } from "./language.ts";

/**
 * The parts of the translations: the texts of the sign-in page and of all frames, the texts of the other public pages,
 * and the texts of the pages after sign-in. The first part loads at once, each other part with the first such page.
 */
export type Part = "entry" | "public" | "inside";

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
