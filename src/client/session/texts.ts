import { BUILT_IN_ROLES, type Role } from "#shared/permissions.ts";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("session", {
  queryClient: {
    notSaved: "Your change couldn’t be saved.",
  },
  reauthentication: {
    notConfirmed: "Nothing was changed. Confirm it’s you first.",
  },
  passkey: {
    notSupported:
      "This browser doesn’t support passkeys. Use another browser or another method.",
    notUsed:
      "No passkey was used. The prompt was closed or timed out, or this device has no passkey for this site. Try again or use another method.",
    notMade: "The prompt was closed or timed out. Try again.",
    known:
      "This device or password manager already has a passkey for your account.",
    elsewhere:
      "Passkeys don’t work at this URL. Open the site at its official URL.",
    unable:
      "This device can’t use passkeys yet. Set up a screen lock, fingerprint or PIN, or use another device.",
  },
  roleLabel: {
    admin: "Admin",
    member: "Member",
    viewer: "Viewer",
    customRole: "Custom role",
  },
  roleSummary: {
    admin: BUILT_IN_ROLES.admin.summary,
    member: BUILT_IN_ROLES.member.summary,
    viewer: BUILT_IN_ROLES.viewer.summary,
  } satisfies Record<Role, string>,
  useRoles: {
    custom: "Custom roles",
  },
});
