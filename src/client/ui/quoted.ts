/** Puts a name in quotation marks, and cuts it after 40 characters to keep toasts short. */
export function quoted(name: string): string {
  const characters = [...name];
  // The isolate characters around the name keep a right-to-left name from reordering the sentence.
  return `“\u2068${characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : name}\u2069”`;
}
