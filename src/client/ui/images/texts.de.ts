import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  hint: "PNG, JPEG oder WebP. Hierher ziehen oder auswählen. Wird quadratisch zugeschnitten.",
  choose: "Bild auswählen…",
  chooseOther: "Anderes auswählen…",
  preview: "Vorschau. Speichern Sie das Bild, um es zu verwenden.",
  cancel: "Abbrechen",
  remove: "Entfernen",
  noPicture:
    "Nicht unterstützte Datei. Verwenden Sie ein Bild im Format PNG, JPEG oder WebP.",
  tooSmall: (side) =>
    `Das Bild ist zu klein. Verwenden Sie mindestens ${side} × ${side} Pixel.`,
  tooLarge: "Die Datei ist zu groß. Verwenden Sie höchstens 30 MB.",
  dropArea: {
    files: "Dateien",
  },
};

export default GERMAN;
