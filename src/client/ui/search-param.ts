import { useSearchParams } from "@solidjs/router";
import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";

const SETTLES_AFTER = 250;

export interface SearchParam {
  /** The text that the user has typed into the search field. */
  typed: Accessor<string>;
  type(text: string): void;
  /** The search text in the URL, which is updated shortly after the last key. */
  applied: Accessor<string>;
}

/** Keeps a search text in the URL: `?q=`. Typing replaces the current entry in the browser's history. */
export function createSearchParam(name: string): SearchParam {
  const [params, setParams] = useSearchParams();
  const applied = () => firstOf(params[name]);
  const [typed, setTyped] = createSignal(applied());
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  // Back, forward and links change the URL, and the search field follows.
  createEffect(() => {
    const text = applied();
    if (timer === undefined) setTyped(text);
  });
  const apply = () => {
    timer = undefined;
    setParams({ [name]: typed().trim() }, { replace: true });
  };
  return {
    typed,
    type(text) {
      setTyped(text);
      clearTimeout(timer);
      timer = setTimeout(apply, SETTLES_AFTER);
    },
    applied,
  };
}

/** Keeps a choice in the URL. The first value is the default, and the URL does not contain it. */
export function createChoiceParam<Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): [Accessor<Value>, (value: Value) => void] {
  const [params, setParams] = useSearchParams();
  const value = () =>
    values.find((candidate) => candidate === firstOf(params[name])) ??
    values[0];
  return [
    value,
    (next) => setParams({ [name]: next === values[0] ? undefined : next }),
  ];
}

/** Keeps an optional text in the URL. */
export function createTextParam(
  name: string,
): [Accessor<string | undefined>, (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  return [
    () => firstOf(params[name]) || undefined,
    (next) => setParams({ [name]: next }),
  ];
}

/** Returns a function that removes several parameters from the URL at once. */
export function createParamsCleaner() {
  const [, setParams] = useSearchParams();
  return (names: readonly string[]) =>
    setParams(Object.fromEntries(names.map((name) => [name, undefined])));
}

/** Keeps in the URL whether a dialog is open, so that users can link to the dialog and Back closes it. */
export function createDialogParam(name: string) {
  const [params, setParams] = useSearchParams();
  return {
    isOpen: () => params[name] !== undefined,
    open: () => setParams({ [name]: "1" }),
    close: () => setParams({ [name]: undefined }, { replace: true }),
  };
}

function firstOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
