// Keeps the page for when there is no network: one version as a whole, and the next one beside it
// until the visitor wants it. Whatever else is asked for goes to the network as if nobody were here.
//
// PARTS, the address and the hash of every file that is kept, and VERSION are put in when the bundle
// is written (worker.mjs).

// Others of the same origin, and the same page under other paths, have shelves of their own.
const own = `leimu ${registration.scope} `;
const shelf = own + VERSION;

const at = (address) => new URL(address, registration.scope).href;
const parts = new Set(PARTS.map(([address]) => at(address)));
const page = at("./");
/** The same page by its other name. */
const alias = at("index.html");

/** Takes a file in as it was published, or not at all: a host in the middle of a change sends parts of two versions. */
const take = async (cache, [address, integrity]) => {
  // The page has just put what is named after its content into the browser's cache; the rest may have changed there.
  const isNamedAfterItsContent = /-[0-9a-f]{16}\./.test(address);
  const answer = await fetch(address, { integrity, cache: isNamedAfterItsContent ? "default" : "no-cache" });
  // A page must not come out of a redirect, or browsers do not open it.
  if (!answer.ok || answer.redirected) throw new Error(`${address}: ${answer.status}`);
  await cache.put(address, answer);
};

addEventListener("install", (event) => {
  const all = async () => {
    const cache = await caches.open(shelf);
    await Promise.all(PARTS.map((part) => take(cache, part)));
  };
  event.waitUntil(all());
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(own) && name !== shelf);
    await Promise.all(old.map((name) => caches.delete(name)));
  };
  event.waitUntil(tidy());
});

addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

/** The file that answers a request, if it is one that is kept. */
const partFor = ({ method, mode, url }) => {
  if (method !== "GET") return null;
  const address = url.split(/[?#]/)[0];
  if (mode === "navigate") return address === page || address === alias ? page : null;
  return parts.has(url) ? url : null;
};

addEventListener("fetch", (event) => {
  const part = partFor(event.request);
  if (!part) return;
  const answer = async () => {
    const cache = await caches.open(shelf);
    // A browser that is short of room may have thrown it away.
    return (await cache.match(part, { ignoreVary: true })) ?? fetch(event.request);
  };
  event.respondWith(answer());
});
