const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** What opens the palette, as this keyboard names it. */
export const PALETTE_KEYS: readonly string[] = isMac
  ? ["⌘", "K"]
  : ["Ctrl", "K"];
