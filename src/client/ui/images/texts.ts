import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("ui/images", {
  hint: "PNG, JPEG or WebP. Drag and drop, or browse. Cropped to a square.",
  choose: "Choose a picture…",
  chooseOther: "Choose another…",
  preview: "Preview. Save to use it.",
  cancel: "Cancel",
  remove: "Remove",
  noPicture: "Unsupported file. Use a PNG, JPEG or WebP image.",
  tooSmall: (side: number) =>
    `The image is too small. Use at least ${side} × ${side} pixels.`,
  tooLarge: "The file is too large. Use at most 30 MB.",
  dropArea: {
    files: "Files",
  },
});
