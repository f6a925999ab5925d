import { createServer } from "node:net";
import webpack from "webpack";
import DevServer from "webpack-dev-server";
import configure from "../webpack.config.js";

export const PORT = 3000;

/** Whether nobody listens on a port of this computer yet. */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "localhost", () => probe.close(() => resolve(true)));
  });
}

/** Whether this computer can show a browser window. */
function hasDisplay() {
  return process.platform === "linux"
    ? Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
    : true;
}

/**
 * Builds in development mode, serves the result on this computer alone and rebuilds after
 * changes. Returns once the first build can be opened.
 */
export async function serve({ server = "http", open = false } = {}) {
  if (!(await isFree(PORT))) {
    console.error(
      `Port ${PORT} is taken by another program, perhaps by another "npm start". Stop it and start again.`,
    );
    process.exit(1);
  }
  console.log("Building AIM …");
  const compiler = webpack({
    ...configure({}, { mode: "development" }),
    infrastructureLogging: { level: "error" },
  });
  const built = new Promise((resolve) => compiler.hooks.done.tap("serve", resolve));
  const devServer = new DevServer(
    {
      host: "localhost",
      port: PORT,
      server,
      open: open && hasDisplay(),
      // Its client and hot reloading need eval or inline scripts, which our pages forbid.
      client: false,
      hot: false,
      liveReload: false,
      webSocketServer: false,
      compress: false,
      static: false,
      headers: { "Access-Control-Allow-Origin": "*" },
      devMiddleware: { index: "workbench.html" },
    },
    compiler,
  );
  await devServer.start();
  const stats = await built;
  if (stats.hasErrors()) {
    console.error("The build has errors (above). It is tried again after each change.");
  }
}
