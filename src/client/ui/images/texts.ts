import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("ui/images", {
  hint: "PNG, JPEG or WebP; you can drop it here, too. The middle of it is used.",
  choose: "Choose a picture…",
  chooseOther: "Choose another…",
  preview: "This is how it will look. Save it to use it.",
  cancel: "Cancel",
  remove: "Remove",
  noPicture:
    "This file is no picture that can be shown here. Use a PNG, JPEG or WebP.",
  tooSmall: (side: number) =>
    `The picture is too small: use at least ${side} × ${side} pixels.`,
  tooLarge: "The file is too large: use at most 30 MB.",
  dropArea: {
    files: "Files",
  },
});
