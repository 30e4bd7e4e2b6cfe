/** A wording that texts for people do not use, and what to write instead. */
export type Banned = readonly [pattern: RegExp, instead: string];

/** The wordings that no English text for people uses. */
export const BANNED_ENGLISH: readonly Banned[] = [
  [/\bwhoever\b/i, "the person who, anyone who"],
  [/\b(no|some|any|every)body\b/i, "no one, someone, anyone, everyone"],
  [/\b(is|are|was|were) told\b/i, "see, get an email"],
  [/\bany more\b/i, "no longer"],
  [/\bof (your|their|our|its) own\b/i, "custom, your own …"],
  [/\bmay (not )?(do|see|invite|make|work|join|write|edit)\b/i, "can"],
  [/\blets? (\w+ )?in\b/i, "reactivate, restore access"],
  [/\bma(ke|kes|de) (an? |the |new )*(role|link|code|key)s?\b/i, "create"],
  [/\bmade by\b/i, "created by"],
  [/\bsen[dt] (it |them )?again\b/i, "resend"],
  [/\b(withdr[ae]w\w*|take back|taken back)\b/i, "revoke, cancel"],
  [/\bhand(s|ed|ing)? (it |them )?over\b/i, "transfer"],
  [/\bsecond proofs?\b/i, "two-factor authentication"],
  [/\b(goes|going) on\b/i, "continue, resume"],
  [/\bat once\b/i, "immediately, at a time"],
  [/\bmeanwhile\b/i, "just now"],
  [/\bstands? here\b/i, "appears here"],
  [/\breads? only\b(?!-)/i, "read-only"],
  [/\bmail(s|ed|ing)?\b/i, "email"],
  [/\bcalls by programs\b/i, "API calls"],
  [/\bcan ?not\b/i, "can't"],
  [
    /\b(is|are|was|were|do|does|did|has|have|had|could|will|would|should) not\b/i,
    "the contraction, such as isn't",
  ],
  [
    /\b(you|they|we) (are|will|have been)\b/i,
    "the contraction, such as you're",
  ],
  [/\bit is\b/i, "it's, or the noun"],
  [/^(It|What (you|it|is|was|stands))\b/, "the noun"],
  [/\bcancell(ed|ing)\b/i, "canceled"],
  [/\b(please|successfully)\b/i, "nothing"],
  [/\bin order to\b/i, "to"],
];

/** The wordings that no German text for people uses. */
export const BANNED_GERMAN: readonly Banned[] = [
  [/\b(du|dich|dir|dein\w*)\b/i, "Sie"],
  [/\bman\b/, "Sie"],
  [/\b(bitte|erfolgreich)\b/i, "nothing"],
  [/\bwer auch immer\b|\bderjenige\b/i, "die Person, die"],
  [/\bnicht in der Lage\b/i, "können nicht"],
  [/(?<!E-)\bMails?\b|\bEmail/, "E-Mail"],
  [/\b(ein|aus)loggen\b|\bLogins?\b/i, "anmelden, abmelden"],
  [/\bNutzer\w*/, "Benutzer"],
  [/\bZwei-Faktor-Anmeldung\b/, "Zwei-Faktor-Authentifizierung"],
  [/\bAdmin-Übergabe\b|\bÜbergabe\b/, "Übertragung"],
  [/\beingebaut\w*/i, "integriert"],
  [/\bKonto an(legen|gelegt)\b/, "Konto erstellen"],
  [/\bgilt einmal\b/, "funktioniert einmal"],
  [/ …$/, "… without a space before it"],
  [/^Er\b/, "the noun"],
];
