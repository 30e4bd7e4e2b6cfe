import { personNameField } from "#shared/fields";

/** What the provider calls the person, if it is a name here; otherwise what stands before the @ of their address. */
export function nameOf(name: string | undefined, email: string): string {
  const [local = ""] = email.split("@");
  for (const candidate of [name, local.slice(0, 100)]) {
    const parsed = personNameField.safeParse(candidate);
    if (parsed.success) return parsed.data;
  }
  return "New member";
}
