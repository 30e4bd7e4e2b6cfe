import { hostCookie } from "../host-cookie";

/** Recognizes the browser of a sign-up. */
export const signUpBrowser = hostCookie("signup");
