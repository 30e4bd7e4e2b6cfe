const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/Chrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/**
 * Describes a device by its user agent: `"Firefox on Linux"`. For a program that is not a browser, returns the name
 * that the program sends, such as `"curl/8.5.0"`.
 * @param together joins the names of browser and system, for other languages
 */
export function describeDevice(
  userAgent: string,
  together = (browser: string, system: string) => `${browser} on ${system}`,
): string {
  const browser = nameOf(BROWSERS, userAgent);
  const system = nameOf(SYSTEMS, userAgent);
  if (browser && system) return together(browser, system);
  return browser ?? userAgent.split(" ")[0] ?? userAgent;
}

export function isPhone(userAgent: string): boolean {
  return /\b(iPhone|iPad|Android)\b/.test(userAgent);
}

function nameOf(
  table: readonly [RegExp, string][],
  userAgent: string,
): string | undefined {
  return table.find(([pattern]) => pattern.test(userAgent))?.[1];
}
