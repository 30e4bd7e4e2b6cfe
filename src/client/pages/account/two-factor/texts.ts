export const TEXTS = {
  title: "Two-factor authentication",
};
