import { spawn } from "node:child_process";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { PORT, serve } from "./serve.mjs";

const SIDELOADER = "office-addin-debugging@7.0.0";

/** Key and certificate for https://localhost, which this computer is made to trust. */
async function certificate() {
  try {
    return await getHttpsServerOptions();
  } catch (error) {
    console.error(error.message.trim());
    console.error(
      "Excel loads add-ins only from servers that this computer trusts: nothing was started.",
    );
    process.exit(1);
  }
}

await serve({ server: { type: "https", options: await certificate() } });
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
