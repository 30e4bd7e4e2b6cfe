import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("ui/edits", {
  kept: "Your changes aren’t saved yet. They’re still in the form.",
  nothingLost:
    "Your changes aren’t saved yet. Both versions now have the same values.",
  theirs: "Saved",
  yours: "Yours",
  empty: "(empty)",
  load: "Load their version",
  loadSaved: "Load the saved version",
  saveAnyway: "Save mine anyway",
  createEdits: {
    loaded: "Saved version loaded",
  },
  staleNotice: {
    notSaved: "Your changes couldn’t be saved.",
  },
});
