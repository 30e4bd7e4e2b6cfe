import { hostCookie } from "../host-cookie";

/** The browser that an attempt to sign up was made in. */
export const signUpBrowser = hostCookie("signup");
