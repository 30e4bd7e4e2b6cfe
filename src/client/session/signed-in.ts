import { useNavigate } from "@solidjs/router";
import { announcePersonChange } from "./tabs";

/** What follows when somebody has just become the person of this browser. */
export function createSignedIn() {
  const navigate = useNavigate();
  return (to: string): void => {
    announcePersonChange();
    navigate(to, { replace: true });
  };
}
