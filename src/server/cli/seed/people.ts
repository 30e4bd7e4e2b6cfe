import { DEMO_PEOPLE } from "#shared/demo";
import { newIdAt } from "#shared/id";
import { DAY } from "./calendar";

/** The colleagues of those whom the sign-in page offers. */
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

export type PersonEmail = (typeof EVERYONE)[number]["email"];

export interface Person {
  id: string;
  email: PersonEmail;
  name: string;
  /** Where their requests come from: an address of the block that is reserved for examples. */
  address: string;
  createdAt: number;
}

export type People = Map<PersonEmail, Person>;

/** Everyone, signed up on the given number of days ago. */
export function createPeople(
  now: number,
  daysAgo: (email: PersonEmail) => number,
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

export function personOf(people: People, email: PersonEmail): Person {
  const person = people.get(email);
  if (!person) throw new Error(`Nobody has the address ${email}.`);
  return person;
}
