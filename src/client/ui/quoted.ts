/** A name in the middle of a sentence; long ones are cut there, because a toast is short. */
export function quoted(name: string): string {
  const characters = [...name];
  // First-strong isolates keep a right-to-left name from turning the sentence around.
  return `“\u2068${characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : name}\u2069”`;
}
