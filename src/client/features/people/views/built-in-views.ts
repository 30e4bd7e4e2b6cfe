import type { Permission } from "#shared/permissions.ts";
import { texts } from "../texts.ts";
import type { View } from "./view.ts";

/** The views that every organization has, for the user's permissions. */
export function builtInViews(
  can: (permission: Permission) => boolean,
): readonly View[] {
  const { views } = texts();
  const seesSecurity = can("member:update");
  return [
    { id: "all", name: views.all, query: "" },
    ...(can("invitation:read")
      ? [{ id: "invited", name: views.invited, query: "status=invited" }]
      : []),
    ...(seesSecurity
      ? [
          {
            id: "without-2fa",
            name: views.withoutTwoFactor,
            query: "twoFactor=off",
          },
          { id: "inactive", name: views.inactive, query: "inactive=90" },
        ]
      : []),
    { id: "suspended", name: views.suspended, query: "status=suspended" },
  ];
}
