import { hashToken } from "#server/kernel/crypto";
import {
  adminOf,
  emailOf,
  firstOfBig,
  MEMBERS_OF_BIG,
  numberedId,
  ORGANIZATIONS_OF_ADMIN,
  type Size,
  slugOf,
  smallOrganizations,
} from "./sizes";

/** The password of all people in the database. */
export const PASSWORD = "correct horse battery staple";

const ACCOUNTS = 500;

/** A person whose requests are measured, and the organization of the requests. */
export interface Account {
  person: number;
  email: string;
  organization: number;
  slug: string;
  /** The organizations of the person. */
  organizationIds: string[];
  /** A session cookie, and that of a browser in which the person has signed in before. */
  cookie: string;
  deviceCookie: string;
}

/** The admins of organizations with ten members, spread over all of them. */
export function admins(size: Size): Account[] {
  const small = smallOrganizations(size);
  const count = Math.min(ACCOUNTS, small);
  return Array.from({ length: count }, (_, index) => {
    const organization = Math.floor((index * small) / count);
    const ids = Array.from({ length: ORGANIZATIONS_OF_ADMIN }, (__, back) =>
      numberedId("org", (organization - back + small) % small),
    );
    return account(adminOf(size, organization), organization, ids);
  });
}

/** Members of the organizations with 1,000 members. */
export function membersOfBig(size: Size): Account[] {
  const small = smallOrganizations(size);
  return Array.from(
    { length: Math.min(ACCOUNTS, size.big * 50) },
    (_, index) => {
      const big = index % size.big;
      const person =
        firstOfBig(size) +
        big * MEMBERS_OF_BIG +
        Math.floor(index / size.big) * 20;
      const organization = small + big;
      return account(person, organization, [numberedId("org", organization)]);
    },
  );
}

function account(
  person: number,
  organization: number,
  organizationIds: string[],
): Account {
  return {
    person,
    email: emailOf(person),
    organization,
    slug: slugOf(organization),
    organizationIds,
    cookie: `sid=${numberedId("ses", person)}.${secretOf("session", person)}`,
    deviceCookie: `device=${secretOf("device", person)}`,
  };
}

/** A secret that can be computed again, because the database stores only its hash. */
export function secretOf(kind: "session" | "device", person: number): string {
  return hashToken(`The ${kind} of person ${person} in the benchmark`);
}
