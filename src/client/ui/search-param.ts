import { useSearchParams } from "@solidjs/router";
import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";

const SETTLES_AFTER = 250;

export interface SearchParam {
  /** The text in the field. */
  typed: Accessor<string>;
  type(text: string): void;
  /** The search in the URL, updated shortly after the last key. */
  applied: Accessor<string>;
}

/** A search in the URL: `?q=`. Typing replaces the entry in the history. */
export function createSearchParam(name: string): SearchParam {
  const [params, setParams] = useSearchParams();
  const applied = () => firstOf(params[name]);
  const [typed, setTyped] = createSignal(applied());
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  // Back, forward and links change the URL.
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

/** A choice in the URL. The first value is the default. */
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

/** An optional text in the URL. */
export function createTextParam(
  name: string,
): [Accessor<string | undefined>, (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  return [
    () => firstOf(params[name]) || undefined,
    (next) => setParams({ [name]: next }),
  ];
}

/** Removes several parameters from the URL at once. */
export function createParamsCleaner() {
  const [, setParams] = useSearchParams();
  return (names: readonly string[]) =>
    setParams(Object.fromEntries(names.map((name) => [name, undefined])));
}

/** A dialog that the URL opens, so that it can be linked to and Back closes it. */
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
