const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The shortcut of the palette on this keyboard. */
export const PALETTE_KEYS: readonly string[] = isMac
  ? ["⌘", "K"]
  : ["Ctrl", "K"];
