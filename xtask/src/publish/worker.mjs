// The worker of the bundle, with the list of what it keeps.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** What keeps these parts (address and integrity of each), as a script without further files. */
export const workerFor = async (esbuild, parts) => {
  const version = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
  const source = readFileSync(new URL("./worker.js", import.meta.url), "utf8");
  const define = { PARTS: JSON.stringify(parts), VERSION: JSON.stringify(version) };
  const { code } = await esbuild.transform(source, { loader: "js", minify: true, target: "es2022", charset: "utf8", define });
  return code;
};
