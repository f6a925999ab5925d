import type { UsedLeg } from "../../../scenario/leg-from-use";
import type { Scenario } from "../../../scenario/scenario";
import { showCount, showPlain, showRoundPercent } from "../../show-number";
import type { TakenOver } from "./with-fitted-usage";

/** An input that was filled: what it held before and holds now. */
export interface Filled {
  readonly label: string;
  readonly before: string;
  readonly now: string;
}

const short = (value: number) => showPlain(Number(value.toPrecision(4)));

function usageFilled({ usage: before }: Scenario, { usage: now }: Scenario): Filled[] {
  const place = (tail: number) => `P${Number((tail * 100).toFixed(6))}`;
  const inactive = "Inactive customers";
  return [
    { label: "Usage at P50", before: short(before.p50), now: short(now.p50) },
    {
      label: `Usage at ${place(now.tail)}`,
      before:
        now.tail === before.tail
          ? short(before.p99)
          : `${short(before.p99)} at ${place(before.tail)}`,
      now: short(now.p99),
    },
    {
      label: inactive,
      before: showRoundPercent(before.inactiveShare),
      now: showRoundPercent(now.inactiveShare),
    },
    {
      label: "Correlation month to month",
      before: short(before.monthCorrelation),
      now:
        now.monthCorrelation === before.monthCorrelation
          ? "kept"
          : short(Number(now.monthCorrelation.toFixed(2))),
    },
  ];
}

function legInWords({ leg }: UsedLeg): string {
  const { role, calls, basePrompt, addedPerCall, outputPerCall, promptCaching } = leg;
  const sent = calls * basePrompt + (addedPerCall * calls * (calls - 1)) / 2;
  const counts = `${showCount(sent)} tokens in and ${showCount(calls * outputPerCall)} out`;
  const cached = promptCaching === 1 ? ", with a prompt cache" : "";
  return `${role}, ${calls === 1 ? "1 call" : `${calls} calls`}, ${counts}${cached}`;
}

/** The inputs that were filled. */
export function filledInputs({ before, after, task }: TakenOver): Filled[] {
  const usage = usageFilled(before, after);
  if (task === null || task.legs.length === 0) return usage;
  const { failureRate } = before.task;
  return [
    ...usage,
    {
      label: "Models of a task",
      before: before.task.legs.map(({ role }) => role).join(", "),
      now: task.legs.map(legInWords).join("; "),
    },
    ...(failureRate === 0
      ? []
      : [{ label: "Failure rate of a step", before: showRoundPercent(failureRate), now: "0%" }]),
  ];
}

/** What has to be known of the task that was taken over. */
export function taskNotes({ task }: TakenOver): string[] {
  if (task === null) return ["The import tells nothing of tokens, so the task stays as it was."];
  const { legs, leftOut } = task;
  const rates = legs.flatMap(({ leg, ofListPrice }) =>
    ofListPrice === null
      ? []
      : [
          `${leg.role} has the rates that the import paid on average: its tokens cost ${showRoundPercent(ofListPrice)} of what they do at list prices without a cache.`,
        ],
  );
  return [
    ...(legs.length === 0
      ? []
      : [
          "Calls are whole numbers, and retries are among them. How a prompt grows from call to call is not in the import: the tokens of a task and its cost are. Retrieval, tools and people stay as they were.",
        ]),
    ...rates,
    ...(leftOut.length === 0 ? [] : [`Left out, for want of a price: ${leftOut.join(", ")}.`]),
  ];
}
