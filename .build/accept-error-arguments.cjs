const { Compilation, sources } = require("webpack");

const NAME = "AcceptErrorArguments";

/**
 * Lets Excel hand error cells over to our functions. Without this line in functions.json, which
 * the metadata plugin does not write, one error in a range spoils the whole result.
 */
class AcceptErrorArguments {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_PRE_PROCESS;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        if (!compilation.getAsset("functions.json")) return;
        compilation.updateAsset("functions.json", (source) => {
          const metadata = { ...JSON.parse(source.source()), allowErrorForDataTypeAny: true };
          return new sources.RawSource(`${JSON.stringify(metadata, null, 2)}\n`);
        });
      });
    });
  }
}

module.exports = { AcceptErrorArguments };
