import { texts } from "./sentences/texts.ts";

/**
 * What the server or a shared schema says, in the reader's language; as it is where nobody has translated it. A
 * sentence with values is found by what stands around them: `"Use at most {} characters."`
 */
export function translateServerMessage(sentence: string): string {
  const translations = texts().translations();
  const whole = translations[sentence];
  if (whole !== undefined) return whole;
  for (const [pattern, translation] of Object.entries(translations)) {
    const values = valuesIn(sentence, pattern);
    if (values) return filled(translation, values);
  }
  return texts().untranslated(sentence);
}

function valuesIn(sentence: string, pattern: string): string[] | undefined {
  if (!pattern.includes("{}")) return undefined;
  const escaped = pattern.replace(/[.*+?^$()[\]\\|]/g, String.raw`\$&`);
  const found = new RegExp(`^${escaped.replaceAll("{}", "(.+)")}$`, "s").exec(
    sentence,
  );
  return found?.slice(1);
}

/** Values keep their order: in no language so far would they have to change it. */
function filled(translation: string, values: readonly string[]): string {
  let next = 0;
  return translation.replaceAll("{}", () => values[next++] ?? "");
}
