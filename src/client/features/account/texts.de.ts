import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  group: "Konto",
  security: "Sicherheit",
  profile: {
    title: "Profil",
    name: "Name",
    nameText: "Wird den Personen in Ihren Organisationen angezeigt.",
    nameHint: "Bis zu 100 Zeichen.",
    save: "Speichern",
    saved: "Ihr Name wurde geändert",
    failed: "Ihr Name wurde nicht geändert",
  },
  password: {
    title: "Passwort",
    description: "Womit Sie sich anmelden.",
    change: "Passwort ändern",
    text: "Alle Ihre anderen Geräte werden abgemeldet. Dieses bleibt angemeldet.",
    current: "Aktuelles Passwort",
    noCurrent: "Geben Sie Ihr aktuelles Passwort ein.",
    chosen: "Neues Passwort",
    hint: "Mindestens 8 Zeichen. Einige Wörter ohne Zusammenhang eignen sich gut.",
    forgot: "Passwort vergessen?",
    save: "Passwort ändern",
    saved: "Ihr Passwort wurde geändert",
    failed: "Ihr Passwort wurde nicht geändert",
  },
  noPassword: {
    title: "Sie haben kein Passwort",
    text: "Sie melden sich auf andere Weise an. Wenn Sie auch ein Passwort haben möchten, öffnen Sie den Link, den wir Ihnen schicken, und wählen Sie eines; alle Ihre anderen Geräte werden dann abgemeldet.",
    send: "Link schicken",
    again: "Noch einmal schicken",
    failed: "Es wurde kein Link verschickt.",
    sent: "Sehen Sie in Ihr Postfach",
    sentText: (email) =>
      `Ein Link, mit dem Sie ein Passwort wählen, ist unterwegs an ${email}. Er gilt einmal und eine Stunde lang.`,
  },
  sessions: {
    title: "Sitzungen",
    description:
      "Wo Sie angemeldet sind. Beenden Sie, was Sie nicht wiedererkennen.",
    list: "Geräte",
    current: "Dieses Gerät",
    activeNow: "Gerade aktiv",
    lastSeen: "Zuletzt gesehen",
    since: "Angemeldet",
    device: (browser, system) => `${browser} unter ${system}`,
    unknownDevice: "Unbekanntes Gerät",
    unknownAddress: "Adresse unbekannt",
    end: "Abmelden",
    ended: "Das Gerät wurde abgemeldet",
    notEnded: "Das Gerät wurde nicht abgemeldet.",
    endOthers: "Alle anderen abmelden",
    askOthers: "Alle anderen Geräte abmelden?",
    othersText:
      "Jeder andere Browser und jedes Programm, das in Ihrem Namen angemeldet ist, muss sich neu anmelden. Dieses Gerät bleibt angemeldet.",
    othersEnded: "Alle anderen Geräte wurden abgemeldet",
  },
  invitations: {
    title: "Einladungen",
    description: "Organisationen, die Sie aufnehmen möchten.",
    list: "Offene Einladungen",
    empty: "Keine offenen Einladungen",
    emptyText: (email) => `Einladungen an ${email} erscheinen hier.`,
    from: (name, role) => `${name} lädt Sie ein, Rolle: ${role}`,
    expires: "läuft ab",
    accept: "Annehmen",
    decline: "Ablehnen",
    joined: (name) => `Sie sind jetzt bei ${name}`,
    declined: (name) => `Sie haben die Einladung von ${name} abgelehnt`,
    notAccepted: "Sie sind nicht beigetreten.",
    notDeclined: "Die Einladung wurde nicht abgelehnt.",
  },
  joinable: {
    title: "Hier können Sie beitreten",
    because: (domain, role) =>
      `Ihre Adresse gehört zu ${domain}. Ihre Rolle wäre: ${role}.`,
    join: "Beitreten",
  },
};

export default GERMAN;
