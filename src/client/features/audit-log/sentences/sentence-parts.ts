/**
 * A part of a sentence about an audit event. Names are separate parts, because they stand out and keep their own text
 * direction.
 */
export interface Part {
  text: string;
  isName: boolean;
}

/** Splits a template literal into words and names: `` parts`created the project ${name}` ``. */
export function parts(
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

/** Creates a sentence that contains no names. */
export function plain(text: string): Part[] {
  return [{ text, isName: false }];
}

export function textOf(sentence: readonly Part[]): string {
  return sentence.map(({ text }) => text).join("");
}
