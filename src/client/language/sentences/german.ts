/** What the server and the shared schemas say, by the English sentence. */
export const GERMAN_SENTENCES: Record<string, string> = {};
