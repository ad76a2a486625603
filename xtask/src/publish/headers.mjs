// What a host sends with every file. `_headers` says it once: the page says its policy of itself, a
// host that reads such files sends it with every answer, and the README shows it to the others.

import { readFileSync } from "node:fs";

const template = readFileSync(new URL("./_headers", import.meta.url), "utf8");

/** What a page cannot say of itself; browsers warn where one tries. */
const ONLY_BY_HEADER = /^frame-ancestors\b/;

/** The policy of the page where a host serves it, as the page itself says it. */
export const policy = template
  .match(/^ *Content-Security-Policy: (.*)$/m)[1]
  .split("; ")
  .filter((rule) => !ONLY_BY_HEADER.test(rule))
  .join("; ");

/**
 * The file of headers, for hosts that read one: what has its hash in its name is kept for good, and the page as one
 * file, all of which stands inline, is there to be saved and not to be opened under this policy.
 */
export const headersFor = (hashed, oneFile) => {
  const kept = hashed.map((file) => `/${file}\n  Cache-Control: public, max-age=31536000, immutable\n`);
  const saved = `/${oneFile}\n  Content-Disposition: attachment\n`;
  return [template, saved, ...kept].join("\n");
};
