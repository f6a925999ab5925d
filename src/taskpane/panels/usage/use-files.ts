import { useRef, useState } from "react";
import type { Answers, Format } from "../../../usage";
import type { Inspection } from "../../../usage/engines/usage-engine";
import { type Choice, freeFileName, type ImportFile, withQuestions } from "./import-file";
import { formatOf } from "./mapping";
import { readRevenue } from "./read-revenue";
import { rememberedMapping } from "./remembered-mapping";
import type { EngineAccess } from "./use-engine";

export interface FilesControl {
  readonly files: readonly ImportFile[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: number) => void;
  /** Reads a file in a format, with answers as far as there are any. */
  readonly choose: (id: number, format: Format, because: readonly string[]) => void;
  readonly answer: (id: number, answers: Answers) => void;
  /** Questions that came up only when all of a file was read. */
  readonly ask: (id: number, questions: Choice["asked"]) => void;
}

type Chosen = Pick<Choice, "format" | "because">;

/** What a file is read as without a word of the user: its one format, or columns as last time. */
function obvious(inspection: Inspection): Chosen | undefined {
  if (inspection.kind === "recognised") {
    const [only, ...others] = inspection.candidates;
    return others.length === 0 ? only : undefined;
  }
  const kept = inspection.kind === "unknown" ? rememberedMapping(inspection.columns) : undefined;
  return kept && { format: formatOf(kept), because: [] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The files of the tab: what each is, and how it reads. */
export function useFiles({ engine }: EngineAccess, now: () => Date): FilesControl {
  const [files, setFiles] = useState<readonly ImportFile[]>([]);
  const last = useRef(0);
  /** The reading of each file that counts: what an older one finds is out of date. */
  const readings = useRef(new Map<number, number>());

  const put = (id: number, change: (file: ImportFile) => ImportFile) => {
    setFiles((before) => before.map((one) => (one.id === id ? change(one) : one)));
  };

  async function found(file: File, format: Format, answers: Answers) {
    if (format.holds === "revenue") return readRevenue(file, format, answers, now);
    const reading = await engine().preview({ file, format, answers });
    const { questions } = reading;
    const isOpen = questions.some(({ isNeeded }) => isNeeded);
    return isOpen
      ? { kind: "ask" as const, questions }
      : { kind: "usage" as const, reading, questions };
  }

  async function read(id: number, file: File, choice: Omit<Choice, "reading">): Promise<void> {
    const turn = (readings.current.get(id) ?? 0) + 1;
    readings.current.set(id, turn);
    put(id, (one) => ({ ...one, choice: { ...choice, reading: { kind: "reading" } } }));
    let next: Choice;
    try {
      const reading = await found(file, choice.format, choice.answers);
      const questions =
        "questions" in reading
          ? reading.questions
          : reading.kind === "revenue"
            ? reading.revenue.questions
            : [];
      next = { ...choice, asked: withQuestions(choice.asked, questions), reading };
    } catch (error) {
      next = { ...choice, reading: { kind: "failed", why: messageOf(error) } };
    }
    if (readings.current.get(id) === turn) put(id, (one) => ({ ...one, choice: next }));
  }

  async function look({ id, file }: ImportFile): Promise<void> {
    let inspection: Inspection;
    try {
      inspection = await engine().inspect(file);
    } catch (error) {
      inspection = { kind: "unreadable", why: messageOf(error) };
    }
    put(id, (one) => ({ ...one, inspection }));
    const chosen = obvious(inspection);
    if (chosen) await read(id, file, { ...chosen, answers: {}, asked: [] });
  }

  return {
    files,
    add: (dropped) => {
      const taken = files.map(({ file }) => file.name);
      const added = dropped.map((file): ImportFile => {
        const name = freeFileName(file.name, taken);
        taken.push(name);
        return { id: ++last.current, file: name === file.name ? file : new File([file], name) };
      });
      setFiles((before) => [...before, ...added]);
      for (const file of added) void look(file);
    },
    remove: (id) => {
      readings.current.delete(id);
      setFiles((before) => before.filter((one) => one.id !== id));
    },
    choose: (id, format, because) => {
      const own = files.find((one) => one.id === id);
      if (own) void read(id, own.file, { format, because, answers: {}, asked: [] });
    },
    answer: (id, answers) => {
      const own = files.find((one) => one.id === id);
      if (own?.choice) void read(id, own.file, { ...own.choice, answers });
    },
    ask: (id, questions) => {
      put(id, (one) =>
        one.choice
          ? {
              ...one,
              choice: {
                ...one.choice,
                asked: withQuestions(one.choice.asked, questions),
                reading: { kind: "ask" },
              },
            }
          : one,
      );
    },
  };
}
