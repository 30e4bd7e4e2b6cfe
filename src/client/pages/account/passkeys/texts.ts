export const TEXTS = {
  title: "Passkeys",
};
