// An OpenID provider for the tests, on 127.0.0.1: signs in whoever it was told to, without a page.
//
// PUT /control says who that is and how the next tokens lie: { "user": {…claims}, "lie": "audience" }. The provider
// itself never lies, so its answer is taken apart on the way out and signed again, with its own key unless the lie is
// about the key. What it understands by each lie stands in LIES.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { Provider } from 'oidc-provider';

const port = Number(process.env.PORT);
const issuer = `http://127.0.0.1:${port}`;
const clients = JSON.parse(process.env.CLIENTS);
const told = { user: { sub: 'nobody' }, lie: '', elsewhere: {} };

const pair = await generateKeyPair('RS256', { extractable: true });
const other = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(pair.privateKey)), kid: 'ours', alg: 'RS256', use: 'sig' };

const provider = new Provider(issuer, {
  clients: clients.map((client) => ({ ...client, token_endpoint_auth_method: 'client_secret_post' })),
  jwks: { keys: [jwk] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], number: ['employeeid'] },
  scopes: ['openid', 'email', 'number'],
  cookies: { keys: ['only for tests'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true, methods: ['S256'] },
  async findAccount(_ctx, id) {
    const claims = { ...told.user, sub: id };
    return { accountId: id, claims: async () => claims };
  },
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid email number');
    await grant.save();
    return grant;
  },
});

const now = () => Math.floor(Date.now() / 1000);
const sign = (claims, header, key = pair.privateKey) => new SignJWT(claims).setProtectedHeader(header).sign(key);
const without = (claims, name) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

const LIES = {
  audience: (claims, header) => sign({ ...claims, aud: 'another-school' }, header),
  'two audiences': (claims, header) => sign({ ...claims, aud: [claims.aud, 'another-school'] }, header),
  'azp of another': (claims, header) => sign({ ...claims, azp: 'another-school' }, header),
  issuer: (claims, header) => sign({ ...claims, iss: 'https://elsewhere.example' }, header),
  expired: (claims, header) => sign({ ...claims, iat: now() - 500, exp: now() - 200 }, header),
  'not yet': (claims, header) => sign({ ...claims, iat: now() + 200, exp: now() + 900 }, header),
  'not before': (claims, header) => sign({ ...claims, nbf: now() + 200 }, header),
  'long ago': (claims, header) => sign({ ...claims, iat: now() - 3600 }, header),
  'clock a little ahead': (claims, header) => sign({ ...claims, iat: now() + 90 }, header),
  'clock a little behind': (claims, header) => sign({ ...claims, iat: now() - 150, exp: now() - 90 }, header),
  'no end': (claims, header) => sign(without(claims, 'exp'), header),
  nonce: (claims, header) => sign({ ...claims, nonce: 'of-another-question' }, header),
  'no nonce': (claims, header) => sign(without(claims, 'nonce'), header),
  'no subject': (claims, header) => sign(without(claims, 'sub'), header),
  'empty subject': (claims, header) => sign({ ...claims, sub: ' ' }, header),
  'another person': (claims, header) => sign({ ...claims, sub: 'somebody-else' }, header),
  unsigned: (claims) => new UnsecuredJWT(claims).encode(),
  'other key': (claims, header) => sign(claims, header, other.privateKey),
  'unknown key': (claims, header) => sign(claims, { ...header, kid: 'theirs' }, other.privateKey),
  'our secret': (claims, header, client) => symmetric(claims, client.client_secret),
  'public key as secret': (claims) => symmetric(claims, JSON.stringify({ e: jwk.e, kty: jwk.kty, n: jwk.n })),
  'says more': (claims, header) => sign({ ...claims, ...told.user }, header),
  'says only the address': (claims, header) => sign({ ...claims, email: told.user.email }, header),
  altered: (claims, header, _client, token) => token.replace(/\.[^.]+\./, `.${part({ ...claims, sub: 'somebody-else' })}.`),
  'no token': () => undefined,
  nonsense: () => 'nonsense',
};
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function symmetric(claims, secret) {
  const body = `${part({ alg: 'HS256', kid: 'ours' })}.${part(claims)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

provider.use(async (ctx, next) => {
  await next();
  if (ctx.oidc?.route === 'discovery') ctx.body = { ...ctx.body, ...told.elsewhere };
  if (ctx.oidc?.route !== 'token' || !ctx.body?.id_token) return;
  const lie = LIES[told.lie];
  const token = ctx.body.id_token;
  const client = clients.find((one) => one.client_id === ctx.oidc.client.clientId);
  if (lie) ctx.body.id_token = await lie(decodeJwt(token), decodeProtectedHeader(token), client, token);
});

async function interaction(request, response) {
  const answer = told.lie === 'cancelled'
    ? { error: 'access_denied', error_description: 'somebody pressed cancel' }
    : { login: { accountId: told.user.sub, remember: false } };
  await provider.interactionFinished(request, response, answer, { mergeWithLastSubmission: false });
}

async function control(request, response) {
  let body = '';
  for await (const piece of request) body += piece;
  Object.assign(told, { lie: '', elsewhere: {} }, JSON.parse(body));
  if (told.lie && told.lie !== 'cancelled' && !LIES[told.lie]) response.statusCode = 400;
  response.end();
}

createServer((request, response) => {
  if (request.url.startsWith('/interaction/')) return interaction(request, response);
  if (request.url === '/control') return control(request, response);
  return provider.callback()(request, response);
}).listen(port, '127.0.0.1', () => console.log('ready'));
