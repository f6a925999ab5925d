import "./workbench.css";
import { installCustomFunctions } from "../hosts/workbench/custom-functions-runtime";

// The script of the functions, which the page loads after this one, registers them here.
installCustomFunctions();

async function start(): Promise<void> {
  const spreadsheet = document.getElementById("spreadsheet");
  try {
    const { startWorkbench } = await import("./start-workbench");
    await startWorkbench();
  } catch (error) {
    spreadsheet?.replaceChildren(`The preview could not be started: ${String(error)}`);
    throw error;
  }
}

// Which is once the functions are there.
document.addEventListener("DOMContentLoaded", () => void start());
