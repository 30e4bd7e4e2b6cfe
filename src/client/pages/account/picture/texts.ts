export const TEXTS = {
  title: "Picture",
  text: "Shown beside your name to the people in your organizations.",
  hint: "PNG, JPEG or WebP; you can drop it here, too. The middle of it is used.",
  file: "Picture file",
  choose: "Choose a picture…",
  chooseOther: "Choose another…",
  preview: "This is how it will look. Save it to use it.",
  save: "Save picture",
  cancel: "Cancel",
  remove: "Remove",
  saved: "Your picture was changed",
  removed: "Your picture was removed",
  notSaved: "Your picture was not changed",
  notRemoved: "Your picture was not removed.",
  noPicture:
    "This file is no picture that can be shown here. Use a PNG, JPEG or WebP.",
  tooSmall: (side: number) =>
    `The picture is too small: use at least ${side} × ${side} pixels.`,
  tooLarge: "The file is too large: use at most 30 MB.",
};
