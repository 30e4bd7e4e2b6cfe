import { createServer } from "node:http";
import { type Configuration, Provider } from "oidc-provider";

/** The options of the OpenID Connect provider's process. Tests add users with `POST /people`. */
interface Options {
  port: number;
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
}

const options = JSON.parse(process.argv[2] ?? "{}") as Options;
const issuer = `http://127.0.0.1:${options.port}`;
const people = new Map<string, Record<string, unknown>>();

const configuration: Configuration = {
  clients: [
    {
      client_id: options.clientId,
      client_secret: options.clientSecret,
      redirect_uris: options.redirectUris,
    },
  ],
  claims: {
    openid: ["sub"],
    email: ["email", "email_verified", "hd"],
    profile: ["name"],
  },
  pkce: { required: () => true },
  cookies: { keys: ["of the tests"] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, ...people.get(id) }),
  }),
};

const answer = new Provider(issuer, configuration).callback();

createServer((request, response) => {
  if (request.url !== "/people") return void answer(request, response);
  let body = "";
  request.on("data", (part) => (body += String(part)));
  request.on("end", () => {
    const { sub, ...claims } = JSON.parse(body) as { sub: string };
    people.set(sub, claims);
    response.end();
  });
}).listen(options.port, "127.0.0.1", () => console.log("listening"));
