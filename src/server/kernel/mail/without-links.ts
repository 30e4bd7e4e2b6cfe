/** Dots that a mail program or a browser takes for the dot of a host name. */
const DOT_OF_HOST =
  /(?<=\S)([.\u3002\uFF0E\uFF61\u2024\uFE52])(?=[^\s.\u3002\uFF0E\uFF61\u2024\uFE52,;:!?'")\]])/gu;
const COLON_OF_SCHEME =
  /[:\uFF1A]\s*[/\\\uFF0F\uFF3C\u2044\u2215]+|(?<=\p{L})[:\uFF1A](?=\S)/gu;
/** Two or more backslashes, which start a network path on Windows. */
const BACKSLASHES = /[\\\uFF3C]{2,}/gu;

/**
 * Changes a name so that mail programs do not turn it into a link: "https://evil.example" becomes "https: evil.
 * example". Users choose their names, so a stranger could otherwise put a link into our mails.
 */
export function withoutLinks(name: string): string {
  return name
    .replace(COLON_OF_SCHEME, ": ")
    .replace(BACKSLASHES, "\\")
    .replace(DOT_OF_HOST, "$1 ");
}
