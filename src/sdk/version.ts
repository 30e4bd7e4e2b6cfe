/** The version of the client, which is the version of the repository. */
export const VERSION = "0.1.0";
