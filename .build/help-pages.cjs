const vm = require("node:vm");
const { Compilation, WebpackError, sources } = require("webpack");

const NAME = "HelpPages";

/** What function files expect of the page that loads them. */
const CUSTOM_FUNCTIONS = { associate() {}, Error, ErrorCode: {} };

function run(code) {
  const module = { exports: {} };
  vm.runInNewContext(code, { module, exports: module.exports, CustomFunctions: CUSTOM_FUNCTIONS });
  return module.exports;
}

/**
 * Writes the help pages. The entry that makes them is bundled with the rest, run once
 * functions.json is there, and not emitted.
 */
class HelpPages {
  constructor({ bundle, folder }) {
    this.bundle = bundle;
    this.folder = folder;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        const bundle = compilation.getAsset(this.bundle);
        const metadata = compilation.getAsset("functions.json");
        if (!bundle) return;
        compilation.deleteAsset(this.bundle);
        if (!metadata) return;
        try {
          const { helpPages } = run(bundle.source.source().toString());
          const { functions } = JSON.parse(metadata.source.source());
          for (const [name, html] of helpPages(functions)) {
            compilation.emitAsset(`${this.folder}/${name}`, new sources.RawSource(html));
          }
        } catch (error) {
          compilation.errors.push(new WebpackError(`Help pages: ${error.stack}`));
        }
      });
    });
  }
}

module.exports = { HelpPages };
