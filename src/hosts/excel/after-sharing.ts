import { hostError } from "./excel-error";

/** Excel then asks nobody who opens the workbook for an add-in that they do not have. */
const TRUST_SETTING = "Office.DisableTrustUX";

/** Opens the pane with the workbook, where it is set. */
const AUTO_SHOW_SETTING = "Office.AutoShowTaskpaneWithDocument";

/** What may be there of Office.js: not all programs have all of it. */
interface Available {
  readonly context?: {
    readonly document?: { readonly settings?: Office.Settings };
  };
  readonly addin?: Pick<typeof Office.addin, "setStartupBehavior">;
}

function saved(settings: Office.Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    settings.saveAsync(({ error }) => {
      // Without an error it is null or left out.
      if (error as unknown) reject(new Error(`${error.name}: ${error.message}`));
      else resolve();
    });
  });
}

/**
 * Leaves the workbook without what makes Excel load the add-in with it, or ask for it where it is
 * not there. Where Excel has no such settings nothing is done.
 *
 * @throws HostError if they could not be saved
 */
export async function afterSharing(): Promise<void> {
  const { context, addin } = (globalThis as { readonly Office?: Available }).Office ?? {};
  const settings = context?.document?.settings;
  try {
    await addin?.setStartupBehavior(Office.StartupBehavior.none);
    if (!settings) return;
    settings.set(TRUST_SETTING, true);
    settings.remove(AUTO_SHOW_SETTING);
    await saved(settings);
  } catch (error) {
    throw hostError("The workbook may still ask its readers for the add-in", error);
  }
}
