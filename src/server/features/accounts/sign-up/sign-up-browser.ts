import { ownCookie } from "../cookies";

/** The browser that an attempt to sign up was made in. */
export const signUpBrowser = ownCookie("signup");
