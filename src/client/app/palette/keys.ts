const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys that open the command palette, which differ on a Mac. */
export const PALETTE_KEYS: readonly string[] = isMac
  ? ["⌘", "K"]
  : ["Ctrl", "K"];
