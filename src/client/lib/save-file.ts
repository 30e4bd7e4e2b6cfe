/** Saves a content as a file through a browser download. The content is not sent to the server. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Revoke the URL later, because the browser reads the content after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
