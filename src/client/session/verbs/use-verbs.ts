import { useNavigate } from "@solidjs/router";
import { useOrganization } from "#sdk/solid.ts";
import type { Kind, Offer, Subject, Verb } from "./verb.ts";

/** The verbs of one kind, for the user's permissions. */
export interface Verbs<Thing> {
  /** Returns what the user can do with a thing. Some of it can be blocked for now. */
  of(thing: Thing): readonly Offer[];
  /** Returns what the user can do with several things at once. */
  ofMany(things: readonly Thing[], done: () => void): readonly Offer[];
  subject(thing: Thing): Subject;
}

/** How a page itself does a verb: `{ rename: (project) => … }` edits the name in its row. */
export type DoneHere<Thing> = Readonly<
  Record<string, (thing: Thing) => unknown>
>;

/** Returns the verbs of a kind. Call it once for a table, and not in each row. */
export function useVerbs<Thing extends object>(
  kind: Kind<Thing>,
  doneHere: DoneHere<Thing> = {},
): Verbs<Thing> {
  const { can } = useOrganization();
  const navigate = useNavigate();
  const verbs = kind.useVerbs();
  const fits = (verb: Verb<Thing>, thing: Thing) =>
    (verb.permission === undefined || can(verb.permission)) &&
    (verb.fits?.(thing) ?? true);
  const go = (verb: Verb<Thing>, thing: Thing): unknown => {
    const doHere = doneHere[verb.id];
    if (doHere) return doHere(thing);
    return verb.run ? verb.run(thing) : navigate(verb.href(thing));
  };
  const of = (thing: Thing) =>
    verbs
      .filter((verb) => fits(verb, thing))
      .map((verb): Offer => ({
        ...factsOf(verb),
        blocked: verb.blocked?.(thing),
        href: doneHere[verb.id] ? undefined : verb.href?.(thing),
        // The page shows rows that change. The verb acts on the thing as it was when the user chose the verb.
        run: () => go(verb, { ...thing }),
      }));
  return {
    of,
    ofMany: (things, done) =>
      verbs.flatMap((verb): Offer[] => {
        const { many } = verb;
        if (!many || !things.some((thing) => fits(verb, thing))) return [];
        return [
          {
            ...factsOf(verb),
            label: many.label ?? verb.label,
            blocked: undefined,
            href: undefined,
            run: () =>
              many.run(
                things.map((thing) => ({ ...thing })),
                done,
              ),
          },
        ];
      }),
    subject: (thing) => ({
      name: kind.nameOf(thing),
      offers: () => of(thing),
    }),
  };
}

function factsOf<Thing>({
  id,
  label,
  keywords,
  icon,
  tone,
  isInPaletteOnly = false,
}: Verb<Thing>) {
  return {
    id,
    label,
    isInPaletteOnly,
    ...(keywords && { keywords }),
    ...(icon && { icon }),
    ...(tone && { tone }),
  };
}
