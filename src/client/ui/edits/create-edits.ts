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

/** A conflict: another user has saved the same values first. */
export interface Conflict<F extends Fields> {
  /** The user who saved first; undefined if a program made the change or the user is unknown. */
  by: { id: string; name: string } | undefined;
  /** The time of the other change, in ISO 8601. */
  at: string;
  theirs: Version<F>;
  /** The fields whose saved value would be replaced if the user saved anyway. */
  differing: (keyof F)[];
}

export interface EditsOptions<F extends Fields> {
  /** The saved version that the page shows. */
  latest: Accessor<Version<F>>;
  /** Fetches the saved version again after a conflict. */
  read: () => Promise<Version<F>>;
  /**
   * Saves the values only if the saved version still has this `updatedAt`, and returns the new version. Throws
   * `STALE` if another change was saved first.
   */
  save: (typed: F, updatedAt: string) => Promise<Version<F>>;
}

export type Edits<F extends Fields> = ReturnType<typeof createEdits<F>>;

/**
 * Holds the typed values of a form and the saved version on which they are based. Changes of other users are never
 * overwritten without a question, and typed values are never lost: `EditSection` and `StaleNotice` show a conflict.
 *
 * @example
 * const edits = createEdits({
 *   latest: () => ({ fields: { name: role().name }, updatedAt: role().updatedAt }),
 *   read: async () => versionOf(await api.roles.get.query({ org: slug(), roleId })),
 *   save: async (typed, updatedAt) => versionOf(await update.mutateAsync({ org: slug(), roleId, ...typed, updatedAt })),
 * });
 * <EditSection edits={edits} labels={{ name: "Name" }} …>…</EditSection>
 */
export function createEdits<F extends Fields>(options: EditsOptions<F>) {
  const { latest } = options;
  const [base, setBase] = createSignal<Version<F>>(latest());
  const [typed, setTyped] = createStore<F>({ ...latest().fields });
  const [conflict, setConflict] = createSignal<Conflict<F>>();
  const isDirty = () => differing(base().fields, typed).length > 0;

  const continueFrom = (version: Version<F>, fields: F = version.fields) => {
    setBase(() => version);
    setTyped(() => ({ ...fields }));
    setConflict(undefined);
  };
  createEffect(
    on(
      () => latest().updatedAt,
      () => follow(latest()),
      { defer: true },
    ),
  );

  // Takes over another user's version if that user changed only other fields. Otherwise, saving shows the conflict.
  const follow = (version: Version<F>) => {
    const isOlder = version.updatedAt <= base().updatedAt;
    if (isOlder || conflict()) return;
    const { fields } = base();
    if (conflicts(fields, typed, version.fields).length > 0) return;
    continueFrom(version, mergeEdits(fields, { ...typed }, version.fields));
  };

  const showConflict = async (error: unknown) => {
    const theirs = await options.read();
    const merged = mergeEdits(base().fields, { ...typed }, theirs.fields);
    const data = isTenantryError(error) ? error.data : undefined;
    setConflict(() => ({
      by: data?.changedBy ?? undefined,
      at: data?.changedAt ?? theirs.updatedAt,
      theirs,
      differing: differing(theirs.fields, merged),
    }));
  };

  /** Bases the typed values on the other user's version, so that saving them overwrites that version. */
  const acceptConflict = () => {
    const theirs = conflict()?.theirs;
    if (!theirs) return;
    continueFrom(
      theirs,
      mergeEdits(base().fields, { ...typed }, theirs.fields),
    );
  };

  /**
   * Saves the typed values.
   *
   * @returns whether the values were saved; false after a conflict
   * @throws every error except a conflict
   */
  const save = async (): Promise<boolean> => {
    try {
      continueFrom(await options.save({ ...typed }, base().updatedAt));
      return true;
    } catch (error) {
      if (reasonOf(error) !== "STALE") throw error;
      await showConflict(error);
      return false;
    }
  };

  /** Replaces the typed values by the other user's saved values, and offers to restore the typed ones. */
  const loadTheirs = () => {
    const theirs = conflict()?.theirs;
    if (!theirs) return;
    const mine = { ...typed };
    const started = base();
    continueFrom(theirs);
    toast.undo(texts().createEdits.loaded, () => {
      const now = base();
      continueFrom(now, mergeEdits(started.fields, mine, now.fields));
    });
  };

  return {
    typed,
    /** Changes the typed values of some fields. */
    type: (changes: Partial<F>) => setTyped(changes as F),
    base,
    isDirty,
    conflict,
    save,
    saveAnyway: () => {
      acceptConflict();
      return save();
    },
    loadTheirs,
    discard: () => continueFrom(conflict()?.theirs ?? latest()),
  };
}
