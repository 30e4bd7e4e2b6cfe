import { addTranslator, type Translator } from "./catalogue.ts";
import { type Language, language, PSEUDO } from "./language.ts";

/** The texts of the public pages, or those of the pages after sign-in, which load with the first such page. */
export type Part = "entry" | "inside";

type Load = () => Promise<{ default: Translator }>;

/** English texts are part of the pages. */
const LOADS: Record<
  Exclude<Language, "en"> | typeof PSEUDO,
  Partial<Record<Part, Load>>
> = {
  de: {
    entry: () => import("./german-entry.ts"),
    inside: () => import("./german-inside.ts"),
  },
  [PSEUDO]: { entry: () => import("./pseudo.ts") },
};

const loading = new Map<Part, Promise<void>>();

/** Loads the translations of a part of the client, once. When that fails, the part is in English. */
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
