/** How many rows a database of the benchmark has. */
export interface Size {
  name: string;
  organizations: number;
  /** How many of the organizations have 1,000 members. Every other organization has ten. */
  big: number;
  people: number;
}

export const SIZES = {
  /** Only for tests. */
  tiny: { name: "tiny", organizations: 24, big: 1, people: 1_300 },
  medium: { name: "medium", organizations: 1_000, big: 10, people: 20_000 },
  large: { name: "large", organizations: 20_000, big: 10, people: 200_000 },
} satisfies Record<string, Size>;

export type SizeName = keyof typeof SIZES;

export const MEMBERS = 10;
export const MEMBERS_OF_BIG = 1_000;
export const PROJECTS = 50;
/** Of how many organizations each admin is a member. */
export const ORGANIZATIONS_OF_ADMIN = 3;

/**
 * People whose number is the first of a small organization's numbers are its admin. Of the ten members of a small
 * organization, three are the admins of this and of the next two organizations; seven are in no other organization.
 */
export const PEOPLE_OF_SMALL = MEMBERS - ORGANIZATIONS_OF_ADMIN + 1;

export function smallOrganizations({ organizations, big }: Size): number {
  return organizations - big;
}

/** The number of the person who is the admin of an organization. Big organizations come after the small ones. */
export function adminOf(size: Size, organization: number): number {
  const small = smallOrganizations(size);
  return organization < small
    ? organization * PEOPLE_OF_SMALL
    : firstOfBig(size) + (organization - small) * MEMBERS_OF_BIG;
}

/** The number of the first person who is in a big organization. */
export function firstOfBig(size: Size): number {
  return smallOrganizations(size) * PEOPLE_OF_SMALL;
}

/** Returns an id in the format of the program with `n` as its number. Ids sort in the order of their numbers. */
export function numberedId(prefix: string, n: number): string {
  return `${prefix}_${String(n).padStart(26, "0")}`;
}

export function slugOf(organization: number): string {
  return `organization-${organization}`;
}

export function emailOf(person: number): string {
  return `person-${person}@example.com`;
}
