import { catalogue } from "#client/lib/language/catalogue.ts";
export const TEXTS = catalogue("ui/edits", {
  byThem: (name: string, ago: string) => `${name} changed this ${ago}.`,
  byYou: (ago: string) => `You changed this ${ago}, in another window.`,
  byNobody: (ago: string) => `This was changed ${ago}.`,
  justNow: "just now",
  kept: "Nothing of yours was saved yet, and all of it is still here.",
  nothingLost:
    "Nothing of yours was saved yet. Both versions say the same by now.",
  theirs: "Saved now",
  yours: "Yours",
  empty: "(empty)",
  load: "Load their version",
  loadSaved: "Load what is saved",
  saveAnyway: "Save mine anyway",
  createEdits: {
    loaded: "Their version is loaded",
  },
  staleNotice: {
    notSaved: "It was not saved.",
  },
});
