import { readFile, writeFile } from "node:fs/promises";
import { importTypeScript } from "./run-typescript.mjs";

/** The sizes that Office asks for. The smallest has a drawing of its own, with heavier strokes. */
const SIZES = [16, 32, 64, 80];

const { launchBrowser } = await importTypeScript("./test/browser/launch-browser.ts");
const browser = await launchBrowser();
try {
  for (const size of SIZES) {
    const svg = await readFile(size === 16 ? "assets/icon-16.svg" : "assets/icon.svg", "utf8");
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(`assets/icon-${size}.png`, png);
    await page.close();
    console.log(`assets/icon-${size}.png`);
  }
} finally {
  await browser.close();
}
