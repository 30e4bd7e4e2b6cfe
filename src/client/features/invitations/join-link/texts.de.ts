import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatList } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  loading: "Ihr Einladungslink",
  title: (organization) => `${organization} beitreten`,
  madeBy: (name) => `${name} hat diesen Link erstellt.`,
  role: "Ihre Rolle",
  domains: "Für",
  domainsText: (domains) =>
    `Adressen bei ${formatList(domains, "disjunction")}`,
  expires: "Läuft ab",
  signInThere: "Anmeldung",
  secondFactor: "Zwei-Faktor-Anmeldung erforderlich",
  secondFactorText: "Sie können sie nach dem Beitritt einrichten.",
  join: "Beitreten",
  signedInAs: (email) => `Sie sind angemeldet als ${email}.`,
  notNow: "Nicht jetzt",
  signIn: "Anmelden und beitreten",
  signUp: "Konto anlegen und beitreten",
  comeBack:
    "Danach kommen Sie hierher zurück: Der Link bleibt in diesem Browser offen.",
  notJoined: "Sie sind noch nicht beigetreten",
  invalid: {
    title: "Dieser Link funktioniert nicht mehr",
    text: "Er ist abgelaufen, wurde so oft benutzt wie erlaubt oder wurde zurückgenommen. Bitten Sie die Person, von der Sie ihn haben, um einen neuen.",
  },
  toStart: "Zur Startseite",
  toSignIn: "Anmelden",
};

export default GERMAN;
