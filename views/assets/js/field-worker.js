// The service worker of the phone's pages: they open without network as they were when they were last there, and the
// script takes over from the phone's own store. It only keeps pages; reports and photos are sent by the pages themselves.
// The server puts `self.FIELD = { base, shell }` in front: the base path, and the addresses of scripts and styles.
const pages = 'yuanxin-field-pages';
const assets = 'yuanxin-field-assets';
const home = self.FIELD.base + '/m';
const patience = 4000; // for a network that is there but does not answer, in milliseconds

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(assets)
      .then((kept) => kept.addAll(self.FIELD.shell))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim().then(() => forgetOldest(assets, 40)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith(self.FIELD.base + '/assets/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && (pathname === home || pathname.startsWith(home + '/'))) {
    event.respondWith(pageOf(event));
  }
});

// Assets carry their hash in the address: the one that is kept is the right one.
async function asset(request) {
  const kept = await caches.open(assets);
  const found = await kept.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}

// From the network where it answers in time; else the page as it was kept. Where this very page was not kept, there is no
// hurry: only where no network answers, another one has to do.
async function pageOf(event) {
  const { request } = event;
  const fromNetwork = fetch(request).then((answer) => {
    if (answer.ok && !answer.redirected) event.waitUntil(keepPage(request.url, answer.clone()));
    return answer;
  });
  const same = await (await caches.open(pages)).match(request.url);
  const kept = async () => fromPhone(same || (await nextBest(request.url)));
  const answered = fromNetwork.then((answer) => (answer.status >= 500 && same ? kept() : answer), kept);
  if (!same) return answered;
  return Promise.race([answered, new Promise((resolve) => setTimeout(resolve, patience)).then(kept)]);
}

// Its script has to know that the page is not of today, whatever its text says.
async function fromPhone(answer) {
  if (!answer) return Response.error();
  const text = await answer.clone().text();
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  return new Response(text.replace('<html ', '<html data-from-phone="yes" '), { headers });
}

async function keepPage(address, answer) {
  const { pathname } = new URL(address);
  if (![home, home + '/report', home + '/outbox'].includes(pathname)) return;
  await (await caches.open(pages)).put(address, answer);
  await forgetOldest(pages, 60);
}

// A report of another day of the same contract, which its script moves to the day that is asked for; else today's page.
async function nextBest(address) {
  const kept = await caches.open(pages);
  const { pathname, searchParams } = new URL(address);
  if (pathname === home + '/report') {
    const others = (await kept.keys()).filter(({ url }) => {
      const other = new URL(url);
      return (
        other.pathname === pathname && other.searchParams.get('contract') === searchParams.get('contract')
      );
    });
    const dayOf = ({ url }) => new URL(url).searchParams.get('on') || '9'; // without a day it is that of its last day
    others.sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1));
    if (others.length) return kept.match(others[others.length - 1]);
  }
  return kept.match(self.location.origin + home);
}

async function forgetOldest(name, most) {
  const kept = await caches.open(name);
  const addresses = await kept.keys();
  await Promise.all(addresses.slice(0, Math.max(0, addresses.length - most)).map((one) => kept.delete(one)));
}
