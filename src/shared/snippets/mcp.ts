import { file, type Snippet } from "./snippet";

/** The configuration of an MCP client. The key determines the organization. */
export const mcpSnippet: Snippet = ({ url, key }) => {
  const tenantry = {
    type: "http",
    url: `${url}/mcp`,
    headers: { Authorization: `Bearer ${key}` },
  };
  const config = { mcpServers: { tenantry } };
  return [file(".mcp.json", `${JSON.stringify(config, null, 2)}\n`)];
};
