#!/usr/bin/env bash
# Sends demo data through the edge: people who visit the three sites of a development machine,
# spread over the last seven days. Each run adds more.
#   seed.sh
# Two variables of the environment change it:
#   EVENT_COUNT   how many events (20)
#   INGEST_URL    where the edge is (by default the one of the local stack)
# Prints how many events got which answer; exits 1 if one was refused, 2 if a setting cannot work.
source "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"
command -v node > /dev/null || fail "Node is needed to sign the events: install Node 18 or newer."
check_number EVENT_COUNT 1 999999999
export EVENT_COUNT="${EVENT_COUNT:-20}"
port="$(stack_port INGEST 8080)"
export INGEST_URL="${INGEST_URL:-http://localhost:$port}"

exec node --input-type=module - << 'JS'
import { createHmac } from 'node:crypto';

const DAY = 24 * 60 * 60 * 1000;
const BATCH = 100;
const count = Number(process.env.EVENT_COUNT);
const url = collectUrl(process.env.INGEST_URL.trim());

const SITES = [
  { id: 'site-1', pages: ['/', '/', '/docs', '/docs/install', '/pricing', '/blog/hello'] },
  { id: 'site-2', pages: ['/', '/shop', '/shop/tea', '/shop/cups', '/cart'] },
  { id: 'site-3', pages: ['/', '/about', '/team'] },
];
const WAYS = [
  {},
  {},
  { referrer: 'https://www.google.com/' },
  { referrer: 'https://duckduckgo.com/' },
  { referrer: 'https://news.ycombinator.com/item?id=1' },
  { query: '?utm_source=newsletter&utm_medium=email&utm_campaign=spring' },
  { referrer: 'https://t.co/x', query: '?utm_source=twitter&utm_medium=social' },
];
const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
];
const LANGUAGES = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES'];
const SCREENS = ['1920x1080', '1440x900', '390x844', '412x915'];

/** The edge's address for batches, below the path of its own address. */
function collectUrl(address) {
  let edge;
  try {
    edge = new URL(address);
  } catch {
    edge = {};
  }
  const plain = !edge.username && !edge.password && !edge.search && !edge.hash;
  if (!/^https?:\/\//i.test(address) || !edge.host || !plain) {
    console.error(`INGEST_URL must look like http://localhost:8080, not "${address}".`);
    process.exit(2);
  }
  return new URL(`${edge.href.replace(/\/+$/, '')}/v1/collect/batch`);
}

const below = (n) => Math.floor(Math.random() * n);
const oneOf = (list) => list[below(list.length)];

/** Addresses that documentation may use: no person is behind them. */
const address = () => oneOf(['192.0.2.', '198.51.100.', '203.0.113.']) + (1 + below(254));

/** One visit: a few pages, a minute or so apart, at times with a deed at the end. */
function visit() {
  const site = SITES[[0, 0, 0, 1, 1, 2][below(6)]];
  const way = oneOf(WAYS);
  const person = {
    site_id: site.id,
    ip: address(),
    user_agent: oneOf(BROWSERS),
    language: oneOf(LANGUAGES),
    screen: oneOf(SCREENS),
    ...(below(4) === 0 && { user_id: `user-${1 + below(50)}` }),
  };
  let ts = Date.now() - below(7 * DAY);
  const events = [];
  for (let page = 0, pages = 1 + below(4); page < pages; page++) {
    const path = oneOf(site.pages) + (page === 0 ? (way.query ?? '') : '');
    events.push({
      ...person,
      event_name: 'pageview',
      url: `https://${site.id}.example${path}`,
      ...(page === 0 && way.referrer && { referrer: way.referrer }),
      ts,
    });
    ts = Math.min(ts + 5000 + below(90000), Date.now());
  }
  if (below(8) === 0) {
    events.push({ ...person, event_name: 'signup', ts, props: { plan: oneOf(['free', 'pro']) } });
  }
  return events;
}

/** Sends events of one site, signed as its server would, and returns the answers. */
async function send(site, events) {
  const body = JSON.stringify({ events });
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-TA-API-Key': `dev-${site}-key`,
      'X-TA-Signature': createHmac('sha256', `dev-${site}-server-secret`).update(body).digest('hex'),
    },
    body,
  });
  const answer = await response.json().catch(() => ({}));
  if (!answer.results && !answer.code) {
    throw new Error(`what answers there, with status ${response.status}, is no edge`);
  }
  return answer.results ?? events.map(() => ({ status: 'refused', ...answer }));
}

const waiting = new Map(SITES.map(({ id }) => [id, []]));
const tally = {};
let made = 0;
let sent = 0;
let told = Date.now();

async function flush(site) {
  const events = waiting.get(site).splice(0);
  if (events.length === 0) return;
  for (const { status, code, error } of await send(site, events)) {
    const line = code ? `${status} (${code}: ${error})` : status;
    tally[line] = (tally[line] ?? 0) + 1;
  }
  sent += events.length;
  if (Date.now() - told > 1000) {
    console.error(`${sent} of ${count} events sent`);
    told = Date.now();
  }
}

try {
  while (made < count) {
    const events = visit().slice(0, count - made);
    made += events.length;
    const site = events[0].site_id;
    waiting.get(site).push(...events);
    if (waiting.get(site).length >= BATCH) await flush(site);
  }
  for (const site of waiting.keys()) await flush(site);
} catch (failure) {
  const reason = failure.cause?.message || failure.cause?.code || failure.message;
  console.error(`The edge at ${url.origin} cannot be used: ${reason}. Start it with ./scripts/up, or set INGEST_URL.`);
  process.exitCode = 1;
}
for (const [line, events] of Object.entries(tally)) console.log(`${events} ${line}`);
if (Object.keys(tally).some((line) => line.startsWith('refused'))) process.exitCode = 1;
JS
