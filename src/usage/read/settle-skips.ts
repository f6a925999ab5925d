import type { Answers, Question } from "../answers";
import type { Format, Skip } from "../format";
import type { Sample, Settled } from "./sample";
import { conditionReader } from "./texts";

/** Settles which records are not counted. Where none would be left, it is asked. */
export function settleSkips<R>(
  { columns, records }: Sample<R>,
  format: Format,
  answer: Answers["services"],
): Settled<readonly Skip[]> {
  const skips = format.skips ?? [];
  const optional = skips.find(({ unless }) => unless === "all services");
  if (optional === undefined || answer === "AI services") return { value: skips };
  if (answer === "all services") return { value: skips.filter((skip) => skip !== optional) };
  const isLeftOut = conditionReader(columns, optional);
  const question: Question = {
    about: "services",
    text: "Which services of this bill serve your AI product?",
    why: "Its rows for other services than AI and machine learning are left out unless you want them.",
    options: [
      { value: "AI services", label: "Those of the category AI and Machine Learning" },
      { value: "all services", label: "All of them" },
    ],
    isOpen: false,
    isNeeded: records.length > 0 && records.every(isLeftOut),
  };
  return { value: skips, question };
}
