import type { Page } from "playwright-core";

/** What came over the wire while a page was opened for the first time. */
export interface Weight {
  /** Bytes of the bodies, as they were sent: compressed. */
  scripts: number;
  styles: number;
}

/** Opens a page in a browser that has nothing of it yet. */
export async function weightOf(
  page: Page,
  address: string,
  arrived: (page: Page) => Promise<unknown>,
): Promise<Weight> {
  const devtools = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const weight = { scripts: 0, styles: 0 };
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  devtools.on("Network.responseReceived", ({ requestId, type }) =>
    kinds.set(requestId, type),
  );
  devtools.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === "Script") weight.scripts += encodedDataLength;
    if (kind === "Stylesheet") weight.styles += encodedDataLength;
  });
  await page.goto(address);
  await arrived(page);
  await devtools.detach();
  return weight;
}
