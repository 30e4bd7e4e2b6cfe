/** The dots that a mail program, or the browser it opens, takes for the dot of a host name. */
const DOT_OF_HOST =
  /(?<=\S)([.\u3002\uFF0E\uFF61\u2024\uFE52])(?=[^\s.\u3002\uFF0E\uFF61\u2024\uFE52,;:!?'")\]])/gu;
const COLON_OF_SCHEME =
  /[:\uFF1A]\s*[/\\\uFF0F\uFF3C\u2044\u2215]+|(?<=\p{L})[:\uFF1A](?=\S)/gu;
/** The beginning of a path to another Windows machine. */
const BACKSLASHES = /[\\\uFF3C]{2,}/gu;

/**
 * A name as it may stand in a mail. Mail programs turn what looks like an address into a link, and strangers choose their
 * own names: "https://evil.example" becomes "https: evil. example".
 */
export function withoutLinks(name: string): string {
  return name
    .replace(COLON_OF_SCHEME, ": ")
    .replace(BACKSLASHES, "\\")
    .replace(DOT_OF_HOST, "$1 ");
}
