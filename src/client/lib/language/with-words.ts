import { lazy } from "solid-js";
import { loadWords, type Part } from "./load.ts";

/** Loads a page or a dialog together with parts of the translations. */
export const withWords =
  (...parts: Part[]): typeof lazy =>
  (load) =>
    lazy(async () => {
      const [loaded] = await Promise.all([load(), ...parts.map(loadWords)]);
      return loaded;
    });
