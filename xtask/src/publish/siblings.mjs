// The files as hosts send them: packed once, with time, rather than at every answer.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const CODINGS = {
  ".br": (content) => brotliCompressSync(content),
  ".gz": (content) => gzipSync(content, { level: 9 }),
};

/** What is packed by its own format gains nothing. */
const isPacked = (file) => file.endsWith(".png");

/** Less than a tenth of a file, or of what one packet of the network holds, is not worth a file. */
const SMALLEST = 1400;
const isWorth = (packed, content) => content.length >= SMALLEST && packed.length < content.length * 0.9;

/**
 * Puts packed siblings beside the files of a folder. Those named in `once` get the smaller one alone:
 * who has a use for them has a browser that takes it.
 */
export const packSiblings = (folder, once) => {
  for (const file of readdirSync(folder).filter((file) => !isPacked(file))) {
    const content = readFileSync(join(folder, file));
    for (const [extension, pack] of Object.entries(CODINGS)) {
      if (extension !== ".br" && once.includes(file)) continue;
      const packed = pack(content);
      if (isWorth(packed, content)) writeFileSync(join(folder, file + extension), packed);
    }
  }
};
