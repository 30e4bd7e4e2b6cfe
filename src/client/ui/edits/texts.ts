import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("ui/edits", {
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
