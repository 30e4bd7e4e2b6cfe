import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("session", {
  queryClient: {
    notSaved: "This was not saved.",
  },
  reauthentication: {
    notConfirmed: "Nothing was changed: confirm first that it is you.",
  },
  passkey: {
    notSupported:
      "This browser does not know passkeys. Use another browser or another way.",
    notUsed:
      "No passkey was used: the question was closed, took too long, or there is no passkey for this site here. Try again, or use another way.",
    notMade: "The question was closed, or took too long. Try again.",
    known:
      "This device or password manager has a passkey for your account already.",
    elsewhere:
      "Passkeys do not work at this address. Open the site at the address its owner gave you.",
    unable:
      "This device could not do it. A passkey needs a screen lock, a fingerprint or a PIN: set one up, or use another device.",
  },
  roleLabel: {
    admin: "Admin",
    member: "Member",
    viewer: "Viewer",
    customRole: "Custom role",
  },
  useRoles: {
    yourOwn: "Your own",
  },
});
