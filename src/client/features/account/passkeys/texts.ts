import { catalogue } from "#client/lib/language/catalogue.ts";
import { quoted } from "#client/ui/quoted.ts";

export const texts = catalogue("features/account/passkeys", {
  title: "Passkeys",
  description:
    "Sign in with your fingerprint, face or device PIN instead of a password.",
  add: "Add passkey",
  list: "Your passkeys",
  unsupported: {
    title: "This browser doesn’t support passkeys",
    text: "To add or use a passkey, open this page in a current version of Chrome, Edge, Firefox or Safari.",
  },
  empty: {
    title: "No passkeys yet",
    text: "A passkey is stored on your device or in your password manager, and you unlock it the way you unlock your device. There’s nothing to remember, and a fake website can’t steal it. A passkey also counts as two-factor authentication.",
  },
  row: {
    synced: "Synced",
    syncedHint: "Your password manager syncs this passkey to your devices.",
    single: "This device only",
    singleHint: "Stays on the device or security key that created it.",
    added: "Added",
    used: "last used",
    neverUsed: "never used",
    actions: (name: string) => `Actions for ${name}`,
    rename: "Rename",
    remove: "Remove…",
  },
  adding: {
    title: "Add passkey",
    text: "Choose a name that says where it’s stored. Your browser will then ask you to create the passkey.",
    name: "Name",
    hint: "For example “Work laptop” or the name of your password manager.",
    submit: "Continue",
    failed: "The passkey couldn’t be added.",
    added: (name: string) => `${quoted(name)} added`,
    device: (browser: string, system: string) => `${browser} on ${system}`,
    thisDevice: "This device",
  },
  renaming: {
    title: "Rename passkey",
    name: "Name",
    submit: "Rename",
    failed: "The passkey couldn’t be renamed.",
    renamed: (name: string) => `Renamed to ${quoted(name)}`,
  },
  removing: {
    title: (name: string) => `Remove ${quoted(name)}?`,
    text: "You’ll no longer be able to sign in with this passkey. Your device may keep suggesting it until you delete it there too.",
    last: "This is your last second factor. Two-factor authentication will be off, and your recovery codes will be deleted.",
    submit: "Remove",
    removed: (name: string) => `${quoted(name)} removed`,
  },
  cancel: "Cancel",
});
