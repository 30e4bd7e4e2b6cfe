/** Saves a text as a file through a browser download. The text is not sent to the server. */
export function saveFile(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Revoke the URL later, because the browser reads the content after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
