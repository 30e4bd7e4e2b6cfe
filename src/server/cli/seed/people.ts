import { DEMO_PEOPLE } from "#shared/demo";
import { newIdAt } from "#shared/id";
import { DAY } from "./random";

/** The sample users that the sign-in page does not list. */
const COLLEAGUES = [
  { email: "tomasz@demo.test", name: "Tomasz Wiśniewski" },
  { email: "meiling@demo.test", name: "陳美玲" },
  { email: "kwame@demo.test", name: "Kwame Mensah" },
  { email: "sofia@demo.test", name: "Sofía Hernández Ruiz" },
  { email: "zoe@demo.test", name: "Zoë O’Brien" },
  { email: "rahul@demo.test", name: "Rahul Deshpande" },
  { email: "gavin@demo.test", name: "Gavin Pike" },
  { email: "ingrid@demo.test", name: "Ingrid Sørensen" },
  { email: "haruka@demo.test", name: "田中 遥" },
  { email: "aroha@demo.test", name: "Aroha Ngata" },
  { email: "dmytro@demo.test", name: "Дмитро Ковальчук" },
] as const;

const EVERYONE = [...DEMO_PEOPLE, ...COLLEAGUES];

export type DemoEmail = (typeof EVERYONE)[number]["email"];

export interface DemoPerson {
  id: string;
  email: DemoEmail;
  name: string;
  /** An IP address of a block that is reserved for examples. */
  address: string;
  createdAt: number;
}

/** The sample users by their email address. */
export type People = ReadonlyMap<string, DemoPerson>;

/** @param daysAgo returns how many days ago a user signed up */
export function createPeople(
  now: number,
  daysAgo: (email: string) => number,
): People {
  return new Map(
    EVERYONE.map(({ email, name }, index) => {
      const createdAt = Math.floor(now - daysAgo(email) * DAY);
      const address = `203.0.113.${17 + 11 * index}`;
      const id = newIdAt("user", createdAt);
      return [email, { id, email, name, address, createdAt }];
    }),
  );
}

export function personOf(people: People, email: string): DemoPerson {
  const person = people.get(email);
  if (!person)
    throw new Error(
      `The sample data has no person with the email address ${email}.`,
    );
  return person;
}
