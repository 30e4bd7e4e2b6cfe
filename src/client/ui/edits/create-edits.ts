import { type Accessor, createEffect, createSignal, on } from "solid-js";
import { createStore } from "solid-js/store";
import { isTenantryError, reasonOf } from "#sdk/errors.ts";
import { toast } from "../toast.ts";
import {
  conflicts,
  differing,
  type Fields,
  mergeEdits,
  type Version,
} from "./versions.ts";
import { texts } from "./texts.ts";

/** Somebody was faster: what is saved now, and whose it is. */
export interface Overtaken<F extends Fields> {
  /** Undefined where it was no person, or is not known. */
  by: { id: string; name: string } | undefined;
  /** ISO 8601 */
  at: string;
  theirs: Version<F>;
  /** The fields whose value would be replaced by saving what was typed. */
  differing: (keyof F)[];
}

export interface EditsOptions<F extends Fields> {
  /** What the page shows as saved. */
  latest: Accessor<Version<F>>;
  /** Reads anew what is saved, for whoever was overtaken. */
  read: () => Promise<Version<F>>;
  /** Saves only over the version it is given: a change since then is refused as `STALE`. Gives what is saved then. */
  save: (typed: F, updatedAt: string) => Promise<Version<F>>;
}

export type Edits<F extends Fields> = ReturnType<typeof createEdits<F>>;

/**
 * What is typed into a form, against the version that it started from: what others save meanwhile is never overwritten
 * unasked, and what was typed is never lost. `StaleNotice` shows what came between.
 *
 * @example
 * const edits = createEdits({
 *   latest: () => ({ fields: { name: role().name }, updatedAt: role().updatedAt }),
 *   read: async () => versionOf(await api.roles.get.query({ org: slug(), roleId })),
 *   save: async (typed, updatedAt) => versionOf(await update.mutateAsync({ org: slug(), roleId, ...typed, updatedAt })),
 * });
 * const save = () => problems.attempt(edits.save);
 * <Form onSubmit={save}><StaleNotice edits={edits} labels={{ name: "Name" }} onSave={save} /> …</Form>
 */
export function createEdits<F extends Fields>(options: EditsOptions<F>) {
  const { latest } = options;
  const [base, setBase] = createSignal<Version<F>>(latest());
  const [typed, setTyped] = createStore<F>({ ...latest().fields });
  const [overtaken, setOvertaken] = createSignal<Overtaken<F>>();
  const isDirty = () => differing(base().fields, typed).length > 0;

  /** Goes on from a version, with what is in the fields then. */
  const continueFrom = (version: Version<F>, fields: F = version.fields) => {
    setBase(() => version);
    setTyped(() => ({ ...fields }));
    setOvertaken(undefined);
  };
  createEffect(
    on(
      () => latest().updatedAt,
      () => follow(latest()),
      { defer: true },
    ),
  );

  // What nobody edits here follows. A change of what is edited here does not: saving finds it, and says whose it is.
  const follow = (version: Version<F>) => {
    const isOlder = version.updatedAt <= base().updatedAt;
    if (isOlder || overtaken()) return;
    const { fields } = base();
    if (conflicts(fields, typed, version.fields).length > 0) return;
    continueFrom(version, mergeEdits(fields, { ...typed }, version.fields));
  };

  const meet = async (error: unknown) => {
    const theirs = await options.read();
    const merged = mergeEdits(base().fields, { ...typed }, theirs.fields);
    const data = isTenantryError(error) ? error.data : undefined;
    setOvertaken(() => ({
      by: data?.changedBy ?? undefined,
      at: data?.changedAt ?? theirs.updatedAt,
      theirs,
      differing: differing(theirs.fields, merged),
    }));
  };

  /** Whoever saves again, told of the other version, means to. */
  const acceptOvertaking = () => {
    const met = overtaken();
    if (!met) return;
    continueFrom(
      met.theirs,
      mergeEdits(base().fields, { ...typed }, met.theirs.fields),
    );
  };

  /**
   * @returns whether it was saved; false when somebody was faster, which `overtaken` tells of
   * @throws every other refusal
   */
  const save = async (): Promise<boolean> => {
    try {
      continueFrom(await options.save({ ...typed }, base().updatedAt));
      return true;
    } catch (error) {
      if (reasonOf(error) !== "STALE") throw error;
      await meet(error);
      return false;
    }
  };

  /** Takes what is saved now in place of what was typed, which can be had back for a while. */
  const loadTheirs = () => {
    const met = overtaken();
    if (!met) return;
    const mine = { ...typed };
    const started = base();
    continueFrom(met.theirs);
    toast.undo(texts().createEdits.loaded, () => {
      const now = base();
      continueFrom(now, mergeEdits(started.fields, mine, now.fields));
    });
  };

  return {
    typed,
    /** Changes some of the fields. */
    type: (changes: Partial<F>) => setTyped(changes as F),
    base,
    isDirty,
    overtaken,
    save,
    saveAnyway: () => {
      acceptOvertaking();
      return save();
    },
    loadTheirs,
    discard: () => continueFrom(overtaken()?.theirs ?? latest()),
  };
}
