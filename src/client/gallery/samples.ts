import type { OrganizationChoice } from "#client/layout/organization-switcher/choice.ts";

export const ADMINS = [
  { name: "Ada Lovelace", email: "ada@acme.test" },
  { name: "نجيب محفوظ", email: "naguib@acme.test" },
];

export interface SampleMember {
  name: string;
  email: string;
  role: string;
  status: "Active" | "Pending" | "Expired";
  seen: string;
}

const ago = (hours: number) =>
  new Date(Date.now() - hours * 3_600_000).toISOString();

export const MEMBERS: SampleMember[] = [
  {
    name: "Ada Lovelace",
    email: "ada@acme.test",
    role: "Admin",
    status: "Active",
    seen: ago(0),
  },
  {
    name: "نجيب محفوظ",
    email: "naguib@acme.test",
    role: "Admin",
    status: "Active",
    seen: ago(30),
  },
  {
    name: "Wolfeschlegelsteinhausenbergerdorff Hubert Blaine the Younger",
    email: "hubert.blaine.wolfeschlegelsteinhausenbergerdorff@acme.test",
    role: "Member",
    status: "Pending",
    seen: ago(400),
  },
  {
    name: "李小龍",
    email: "bruce@acme.test",
    role: "Viewer",
    status: "Expired",
    seen: ago(9000),
  },
];

export const ORGANIZATIONS: OrganizationChoice[] = [
  "Acme Corporation",
  "Globex",
  "Initech",
  "Umbrella Health and Life Sciences International",
  "Hooli",
  "Stark Industries",
  "Wayne Enterprises",
  "Soylent",
].map((name, index) => ({
  name,
  slug: name.toLowerCase().replaceAll(" ", "-"),
  role: ["Admin", "Member", "Viewer"][index % 3] ?? "Viewer",
}));

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
