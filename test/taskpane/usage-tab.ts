import "./complete-files";
import { act, configure, fireEvent, screen, within } from "@testing-library/react";
import type { PaneOptions } from "../../src/taskpane/mount";
import type { UsageEngine } from "../../src/usage/engines/usage-engine";
import { type OpenPane, openPane, showTab } from "./open-pane";

// The database works in the same thread as the pane, where other suites run beside it.
configure({ asyncUtilTimeout: 15_000 });

/** An engine that is opened later: what it is asked waits for it. */
export function engineOf(opening: Promise<UsageEngine>): UsageEngine {
  return {
    inspect: async (file) => (await opening).inspect(file),
    preview: async (file) => (await opening).preview(file),
    load: async (files, run) => (await opening).load(files, run),
    summarize: async (options, run) => (await opening).summarize(options, run),
    clear: async () => (await opening).clear(),
    close: () => undefined,
  };
}

/** Requests in LiteLLM's log: two with a cost, one of a model that nobody knows, one without a time. */
export const USAGE = `request_id,end_user,model,custom_llm_provider,spend,prompt_tokens,completion_tokens,startTime,requester_ip_address
r1,acme,gpt-4o,openai,2.5,1000,100,2026-09-02T10:00:00Z,10.0.0.1
r2,globex,gpt-4o,openai,1.5,1000,100,2026-09-03T10:00:00Z,10.0.0.2
r3,acme,mystery-1,openai,0,2000000,1000000,2026-09-04T10:00:00Z,10.0.0.1
r4,acme,gpt-4o,openai,1,1000,100,soon,10.0.0.1
`;

/** September of two customers, of which one has another id than in the usage. */
export const REVENUE = `Customer ID,Start date,End date,Net amount,Currency
acme,2026-09-01,2026-10-01,10,USD
C-7,2026-09-01,2026-10-01,30,USD
`;

export function fileOf(content: string, name: string): globalThis.File {
  return new File([content], name);
}

/** Drops files on the tab and waits until each says what it is. */
export async function drop(...files: readonly globalThis.File[]): Promise<void> {
  const zone = screen.getByRole("group", { name: "Usage and revenue files" });
  await act(async () => {
    fireEvent.drop(zone, { dataTransfer: { files } });
  });
  for (const { name } of files) await screen.findByRole("group", { name });
}

export function card(name: string) {
  return within(screen.getByRole("group", { name }));
}

/** The pane's tab Usage with an engine. */
export async function openUsage(
  engine: UsageEngine,
  options: Partial<PaneOptions> = {},
): Promise<OpenPane> {
  const pane = await openPane({ openUsageEngine: () => engine, ...options });
  await showTab(pane.user, "Usage");
  return pane;
}
