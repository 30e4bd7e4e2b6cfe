const LONGEST_WAIT_MS = 10_000;

/**
 * Sends this tab to an address elsewhere.
 *
 * @returns when the tab is still here after all: it came back, or nothing answered.
 */
export async function redirectTo(url: string): Promise<void> {
  location.assign(url);
  await new Promise<void>((resolve) => {
    addEventListener("pageshow", () => resolve(), { once: true });
    setTimeout(resolve, LONGEST_WAIT_MS);
  });
}
