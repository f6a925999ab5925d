const { Compilation, WebpackError, sources } = require("webpack");

const NAME = "SetAddress";
const LOCAL = "https://localhost:3000";
const REWRITTEN = /\.(xml|json|html)$/;

/** What must not be left; libraries in scripts speak of localhost in their own matters. */
const LEFT = [
  [REWRITTEN, "localhost"],
  [/\.(js|css)$/, "localhost:3000"],
];

/**
 * The address of the server that will carry the add-in, without a slash at its end.
 * @throws Error where it is no https address
 */
function readAddress(text) {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address?.protocol !== "https:" || address.search || address.hash) {
    throw new Error(
      `ADDIN_URL must be an https address such as https://example.com/aim, got ${text}`,
    );
  }
  return { origin: address.origin, base: address.href.replace(/\/+$/, "") };
}

/** Text with this computer's address replaced; AppDomain takes the origin without a path. */
function readdress(text, { origin, base }) {
  return text.replaceAll(`<AppDomain>${LOCAL}`, `<AppDomain>${origin}`).replaceAll(LOCAL, base);
}

/** Puts the server's address in the place of this computer's and fails if one is left. */
class SetAddress {
  constructor(addinUrl) {
    this.address = readAddress(addinUrl);
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        for (const { name, source } of compilation.getAssets()) {
          const text = source.source().toString();
          if (REWRITTEN.test(name)) {
            const moved = readdress(text, this.address);
            if (moved !== text) compilation.updateAsset(name, new sources.RawSource(moved));
          }
          const left = compilation.getAsset(name).source.source().toString();
          if (LEFT.some(([files, host]) => files.test(name) && left.includes(host))) {
            compilation.errors.push(new WebpackError(`${name} still names localhost`));
          }
        }
      });
    });
  }
}

module.exports = { SetAddress, readAddress, readdress };
