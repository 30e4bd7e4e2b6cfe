import { catalogue } from "#client/lib/language/catalogue.ts";
import { quoted } from "#client/ui/quoted.ts";

export const texts = catalogue("features/account/passkeys", {
  title: "Passkeys",
  description:
    "Sign in with your fingerprint, your face or your device’s PIN, without a password.",
  add: "Add a passkey",
  list: "Your passkeys",
  unsupported: {
    title: "This browser does not know passkeys",
    text: "To add or use one, open this page in a current version of Chrome, Edge, Firefox or Safari.",
  },
  empty: {
    title: "No passkeys yet",
    text: "A passkey is a key that your device or your password manager keeps for you. You open it as you unlock your device, so there is nothing to remember, and nothing that a false website could take from you. It counts as your second factor too.",
  },
  row: {
    synced: "Synced",
    syncedHint: "Your password manager keeps it on all your devices.",
    single: "This device only",
    singleHint: "It stays on the device or security key that made it.",
    added: "Added",
    used: "last used",
    neverUsed: "never used",
    actions: (name: string) => `Actions for ${name}`,
    rename: "Rename",
    remove: "Remove…",
  },
  adding: {
    title: "Add a passkey",
    text: "Name it after where it is kept. Your browser then asks you to make it.",
    name: "Name",
    hint: "Such as “Work laptop” or the name of your password manager.",
    submit: "Continue",
    failed: "No passkey was added.",
    added: (name: string) => `${quoted(name)} was added`,
    device: (browser: string, system: string) => `${browser} on ${system}`,
    thisDevice: "This device",
  },
  renaming: {
    title: "Rename passkey",
    name: "Name",
    submit: "Rename",
    failed: "The passkey was not renamed.",
    renamed: (name: string) => `Renamed to ${quoted(name)}`,
  },
  removing: {
    title: (name: string) => `Remove ${quoted(name)}?`,
    text: "It will not sign you in any more. Your device may go on offering it until you delete it there too.",
    last: "It is your last second factor: a password alone signs you in then, and your recovery codes are deleted.",
    submit: "Remove",
    removed: (name: string) => `${quoted(name)} was removed`,
  },
  cancel: "Cancel",
});
