/** A piece of a sentence; names stand out, and keep their own direction of writing. */
export interface Part {
  text: string;
  isName: boolean;
}

/** A sentence with names in it: `` say`created the project ${name}` ``. */
export function say(
  words: TemplateStringsArray,
  ...names: readonly string[]
): Part[] {
  return words
    .flatMap((text, index) => [
      { text, isName: false },
      { text: names[index] ?? "", isName: true },
    ])
    .filter(({ text }) => text !== "");
}

/** Words without a name among them. */
export function plain(text: string): Part[] {
  return [{ text, isName: false }];
}

export function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join("");
}
