export const TEXTS = {
  title: "Linked accounts",
};
