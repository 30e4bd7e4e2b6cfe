import { hostCookie } from "../host-cookie";

/** A random id of the browser that signed up. It shows whether the same browser opens the verification link. */
export const signUpBrowser = hostCookie("signup");
