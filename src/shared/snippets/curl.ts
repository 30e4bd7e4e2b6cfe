import { commands, type Snippet } from "./snippet";

export const curlSnippet: Snippet = ({ url, org, key }) => [
  commands(`curl ${url}/api/organizations/${org}/projects \\
  -H "Authorization: Bearer ${key}"`),
];
