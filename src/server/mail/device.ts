import { letter } from "./layout";
import type { Mail } from "./post";

export function newDeviceMail({
  to,
  device,
  address,
  at,
  link,
}: {
  to: string;
  /** As its owner would call it, such as "Firefox on Linux". */
  device: string;
  address: string;
  /** Milliseconds since 1970 UTC. */
  at: number;
  /** The page that lists where the person is signed in. */
  link: string;
}): Mail {
  const when = `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return letter({
    to,
    subject: "New sign-in to your account",
    paragraphs: [
      "Somebody, probably you, signed in to your account from a device that has not signed in before.",
      `${device}, from ${address}, on ${when}.`,
      "If it was you, there is nothing to do. If it was not, sign that device out and choose a new password.",
    ],
    action: { label: "Look at your sessions", url: link },
    footnote:
      "You get this mail whenever a new device signs in to your account.",
  });
}
