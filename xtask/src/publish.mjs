// From what Trunk built to what is published: one stylesheet, one script, one program, each named
// after its content, and a page with a strict policy and nothing in it that the policy would block.
//
// node publish.mjs <esbuild> <resvg> <the project> <what Trunk built> <the program in parts> <the folder to write>
//
// Where the parts are a program that is watched, it starts by itself, and tells.
//
// The page is made from the project's own index.html, not from Trunk's: what Trunk puts into it is a
// script that no strict policy lets run.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { headersFor, policy } from "./publish/headers.mjs";
import { iconsFrom, manifestFor } from "./publish/install.mjs";
import { packSiblings } from "./publish/siblings.mjs";
import { workerFor } from "./publish/worker.mjs";

const [esbuildFile, resvgFile, project, built, parts, out] = process.argv.slice(2);
const esbuild = await import(pathToFileURL(esbuildFile).href);

const digest = (algorithm, content) => `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** What was written under the name of its content. */
const hashed = [];

/**
 * Writes a file under the name of its content; a host may keep it for good. Processors have SHA-256
 * built in: what is as large as the program is checked in half the time of the others.
 */
const publish = (name, content) => {
  const extension = extname(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const file = `${basename(name, extension)}-${hash}${extension}`;
  writeFileSync(join(out, file), content);
  hashed.push(file);
  return { file, integrity: digest("sha256", content) };
};

const assets = [];
const source = readFileSync(join(project, "index.html"), "utf8").replace(/\s*<link\s+data-trunk\b[^>]*>/g, (link) => {
  const attribute = (name) => link.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
  assets.push({ rel: attribute("rel"), path: attribute("href"), type: attribute("type") });
  return "";
});
const of = (rel) => assets.filter((asset) => asset.rel === rel);
const content = (asset) => readFileSync(join(project, asset.path));

// Printed as it is read: the order of the files is the order of their rules.
const rules = of("css").map(content).join("\n");
const { code: style } = await esbuild.transform(rules, { loader: "css", minify: true });

const names = readdirSync(built);
const builtAs = (pattern) => {
  const found = names.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${built} has ${found.length} files like ${pattern}, not one`);
  return join(built, found[0]);
};

/** What the program asks of the browser. Starting it in parts takes two steps that it keeps to itself otherwise. */
const glue = {
  name: "glue",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^glue$/ }, () => ({ path: builtAs(/^leimu-[0-9a-f]+\.js$/), namespace: "glue" }));
    onLoad({ filter: /./, namespace: "glue" }, ({ path }) => ({
      contents: `${readFileSync(path, "utf8")}\nexport { __wbg_finalize_init, __wbg_get_imports };`,
      resolveDir: built,
    }));
  },
};

/** A script that starts the program, with all that the program asks of the browser. */
const script = async (name, define = {}) => {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(project, "xtask/src/publish", name)],
    plugins: [glue],
    define,
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    charset: "utf8",
    write: false,
    logLevel: "warning",
  });
  return outputFiles[0].text.trim();
};

const early = /<script>\s*([\s\S]*?)\s*<\/script>/;
const { code } = await esbuild.transform(source.match(early)[1], { loader: "js", minify: true });
const before = code.trim();

/** The page with this policy: what comes before anything is painted, the rest of its head, the end of its body. */
const page = (policy, first, head, end = "") =>
  source
    .replace(early, () => first)
    .replace(/(<meta charset="utf-8" \/>)/, (_, charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
    .replace("</head>", () => `${head.map((line) => `  ${line}\n  `).join("")}</head>`)
    .replace("</body>", () => `${end}</body>`);

const part = (name) => readFileSync(join(parts, `${name}.wasm`));
const isWatched = existsSync(join(parts, "watched.wasm"));
const programs = isWatched ? [publish("watched.wasm", part("watched"))] : ["first", "rest"].map((name) => publish(`${name}.wasm`, part(name)));
const sheet = publish("style.css", style);
const [FIRST, REST] = programs.map(({ file, integrity }) => JSON.stringify([`./${file}`, integrity]));
const start = publish("start.js", isWatched ? await script("watched.js", { FIRST }) : await script("start.js", { FIRST, REST }));
const [icon] = of("icon");
const mark = publish(basename(icon.path), content(icon));
of("copy-file").forEach((asset) => copyFileSync(join(project, asset.path), join(out, basename(asset.path))));

// Other people's pages link to it, so it keeps its name.
const { code: embed } = await esbuild.transform(readFileSync(join(project, "public/embed.js"), "utf8"), { loader: "js", minify: true });
writeFileSync(join(out, "embed.js"), embed);

// Everything in one file, which opens by a double click wherever it was saved: browsers take a file
// that lies beside it for a stranger's, so nothing is beside it.
const packed = gzipSync(isWatched ? part("watched") : part("whole"), { level: 9 }).toString("base64");
const alone = await script("alone.js");
const ownMark = `data:${icon.type};base64,${content(icon).toString("base64")}`;
const ONE_FILE = "leimu.html";
const ofOneFile = {
  "default-src": "'none'",
  "script-src": `'wasm-unsafe-eval' '${digest("sha256", before)}' '${digest("sha256", alone)}'`,
  "style-src": `'${digest("sha256", style)}'`,
  "img-src": "data:",
  "base-uri": "'none'",
  "form-action": "'none'",
};
writeFileSync(
  join(out, ONE_FILE),
  page(
    Object.entries(ofOneFile).map((rule) => rule.join(" ")).join("; "),
    `<script>${before}</script>`,
    [`<link rel="icon" type="${icon.type}" href="${ownMark}" />`, `<style>${style}</style>`],
    `<script type="application/gzip" id="program">${packed}</script>\n    <script type="module">${alone}</script>\n  `,
  ),
);

const icons = await iconsFrom(resvgFile, content(icon).toString("utf8"));
const MANIFEST = "manifest.webmanifest";
const manifest = manifestFor(source, [
  ...icons.map(({ name, purpose, size, content }) => {
    return { src: `./${publish(name, content).file}`, type: "image/png", sizes: `${size}x${size}`, purpose };
  }),
  { src: `./${mark.file}`, type: icon.type, sizes: "any", purpose: "any" },
]);
writeFileSync(join(out, MANIFEST), manifest);

// Nothing inline at all: a policy with the hash of a script would have to change with the script, also
// where a host sends it. `crossorigin`, or a frame without an origin could not hold the files to their hashes.
const first = publish("early.js", before);
const WORKER = "worker.js";
const index = page(
  policy,
  `<script src="./${first.file}" integrity="${first.integrity}" crossorigin></script>`,
  [
    `<link rel="icon" type="${icon.type}" href="./${mark.file}" />`,
    `<link rel="manifest" href="./${MANIFEST}" />`,
    `<meta name="worker" content="./${WORKER}" />`,
    `<link rel="stylesheet" href="./${sheet.file}" integrity="${sheet.integrity}" crossorigin />`,
    `<script type="module" src="./${start.file}" integrity="${start.integrity}"></script>`,
  ],
);
writeFileSync(join(out, "index.html"), index);

// All that a visit without a network needs. The page is kept under the address that everybody opens:
// some hosts answer its other one with a redirect.
const kept = [first, mark, sheet, start, ...programs].map(({ file, integrity }) => [`./${file}`, integrity]);
const named = [["./", index], [`./${MANIFEST}`, manifest]].map(([address, text]) => [address, digest("sha384", text)]);
writeFileSync(join(out, WORKER), await workerFor(esbuild, [...named, ...kept]));

packSiblings(out, [ONE_FILE]);
// Read by the host and never sent.
writeFileSync(join(out, "_headers"), headersFor(hashed, ONE_FILE));
