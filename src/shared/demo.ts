export const DEMO_PASSWORD = "demo-password";

/** The demo accounts that the sign-in page lists in development, one for each typical situation. */
export const DEMO_PEOPLE = [
  {
    email: "ada@demo.test",
    name: "Ada Okonkwo",
    summary: "Admin of Acme, viewer of Globex",
  },
  {
    email: "ben@demo.test",
    name: "Ben Ferreira",
    summary: "Member of Acme, admin of Globex",
  },
  {
    email: "chloe@demo.test",
    name: "Chloé Nguyen",
    summary: "Viewer of Acme, member of Globex",
  },
  {
    email: "layla@demo.test",
    name: "ليلى حداد",
    summary: "Member of Acme, invited to Globex",
  },
  {
    email: "maria@demo.test",
    name: "Maria-Alexandra Papadimitriou-Konstantinopoulou",
    summary: "Viewer of Acme",
  },
  {
    email: "priya@demo.test",
    name: "Priya Raghunathan",
    summary: "Admin of Globex",
  },
] as const;
