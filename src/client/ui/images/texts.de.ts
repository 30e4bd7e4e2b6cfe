import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  hint: "PNG, JPEG oder WebP; Sie können es auch hierher ziehen. Die Mitte wird verwendet.",
  choose: "Bild auswählen…",
  chooseOther: "Anderes auswählen…",
  preview: "So wird es aussehen. Speichern Sie es, um es zu verwenden.",
  cancel: "Abbrechen",
  remove: "Entfernen",
  noPicture:
    "Diese Datei ist kein Bild, das hier angezeigt werden kann. Verwenden Sie PNG, JPEG oder WebP.",
  tooSmall: (side) =>
    `Das Bild ist zu klein: Verwenden Sie mindestens ${side} × ${side} Pixel.`,
  tooLarge: "Die Datei ist zu groß: Verwenden Sie höchstens 30 MB.",
  dropArea: {
    files: "Dateien",
  },
};

export default GERMAN;
