// Brings node_modules in step with package-lock.json, and does nothing when it is already. Works without network once npm has the packages cached.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";

const stamp = "node_modules/.tillit-lock";
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
const installed = existsSync(stamp) && readFileSync(stamp, "utf8") === lock;

if (!installed) {
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"], { stdio: "inherit" });
  if (npm.status !== 0) {
    console.error("npm could not install the style sheets. Is npm on the PATH, and either the network or npm's cache there?");
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
