import { run, type Snippet } from "./snippet";

export const curlSnippet: Snippet = ({ url, org, key }) => [
  run(`curl ${url}/api/organizations/${org}/projects \\
  -H "Authorization: Bearer ${key}"`),
];
