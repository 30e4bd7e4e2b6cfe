/** A name in quotation marks, cut after 40 characters to keep toasts short. */
export function quoted(name: string): string {
  const characters = [...name];
  // First-strong isolates keep a right-to-left name from reordering the sentence.
  return `“\u2068${characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : name}\u2069”`;
}
