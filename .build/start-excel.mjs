import { spawn } from "node:child_process";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { PORT, serve } from "./serve.mjs";

const SIDELOADER = "office-addin-debugging@7.0.0";

const options = await getHttpsServerOptions();
await serve({ server: { type: "https", options } });
console.log(`AIM is served on https://localhost:${PORT} (stop with Ctrl+C)`);

if (process.platform === "linux") {
  console.log("There is no Excel for Linux: upload manifest.xml in Excel on the web");
  console.log("(Home, Add-ins, More add-ins, Upload my add-in), in a browser on this computer.");
} else {
  console.log(
    `Excel is opened with the add-in by "npx ${SIDELOADER}", which npm may download now.`,
  );
  spawn(
    "npx",
    ["--yes", SIDELOADER, "start", "manifest.xml", "desktop", "--app", "excel", "--no-debug"],
    {
      stdio: "inherit",
      shell: process.platform === "win32",
    },
  );
}
