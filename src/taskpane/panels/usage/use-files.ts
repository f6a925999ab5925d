import { useRef, useState } from "react";
import type { Answers, Format, Question } from "../../../usage";
import { fileFault } from "../../../usage/engines/file/file-fault";
import type { Inspection } from "../../../usage/engines/usage-engine";
import {
  type Choice,
  freeFileName,
  type ImportFile,
  withoutAnswers,
  withQuestions,
} from "./import-file";
import { formatOf } from "./mapping";
import { readLines } from "./read-lines";
import { rememberAnswers, rememberedAnswers } from "./remembered-answers";
import { forgetMapping, rememberedMapping } from "./remembered-mapping";
import type { EngineAccess } from "./use-engine";

export interface FilesControl {
  readonly files: readonly ImportFile[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: number) => void;
  /** Reads a file in a format, with answers as far as there are any. */
  readonly choose: (id: number, format: Format, because: readonly string[]) => void;
  readonly answer: (id: number, answers: Answers) => void;
  /** Forgets what was said of files with these columns, and asks again. */
  readonly forget: (id: number) => void;
  /** Questions that came up only when all of a file was read. */
  readonly ask: (id: number, questions: Choice["asked"]) => void;
}

type Chosen = Pick<Choice, "format" | "because" | "columns" | "hasKeptMapping">;

/** What a file is read as without a word of the user: its one format, or columns as last time. */
function obvious(inspection: Inspection): Chosen | undefined {
  if (inspection.kind === "recognised") {
    const [only, ...others] = inspection.candidates;
    return only && others.length === 0 ? { ...only, hasKeptMapping: false } : undefined;
  }
  if (inspection.kind !== "unknown") return undefined;
  const { columns } = inspection;
  const kept = rememberedMapping(columns);
  return kept && { format: formatOf(kept), because: [], columns, hasKeptMapping: true };
}

/** The columns of a file as a format sees them. */
function columnsIn({ inspection }: ImportFile, { id }: Format): readonly string[] {
  if (inspection?.kind === "unknown") return inspection.columns;
  if (inspection?.kind !== "recognised") return [];
  return inspection.candidates.find(({ format }) => format.id === id)?.columns ?? [];
}

function messageOf(error: unknown): string {
  return fileFault(error) ?? (error instanceof Error ? error.message : String(error));
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
    if (format.holds !== "usage") return readLines(file, format, answers, now);
    const reading = await engine().preview({ file, format, answers });
    const { questions } = reading;
    const isOpen = questions.some(({ isNeeded }) => isNeeded);
    return isOpen
      ? { kind: "ask" as const, questions }
      : { kind: "usage" as const, reading, questions };
  }

  /** Reads a file, and gives the questions that came up. */
  async function read(
    id: number,
    file: File,
    choice: Omit<Choice, "reading">,
  ): Promise<readonly Question[]> {
    const turn = (readings.current.get(id) ?? 0) + 1;
    readings.current.set(id, turn);
    put(id, (one) => ({ ...one, choice: { ...choice, reading: { kind: "reading" } } }));
    let next: Choice;
    let questions: readonly Question[] = [];
    try {
      const reading = await found(file, choice.format, choice.answers);
      questions =
        "questions" in reading
          ? reading.questions
          : reading.kind === "lines"
            ? reading.lines.questions
            : [];
      // What was kept and is asked about all the same does not fit this file.
      const unfit = questions.filter(({ about }) => choice.kept[about] !== undefined);
      next = {
        ...choice,
        answers: withoutAnswers(choice.answers, unfit),
        kept: withoutAnswers(choice.kept, unfit),
        asked: withQuestions(choice.asked, questions),
        reading,
      };
    } catch (error) {
      next = { ...choice, reading: { kind: "failed", why: messageOf(error) } };
    }
    if (readings.current.get(id) === turn) put(id, (one) => ({ ...one, choice: next }));
    return questions;
  }

  /** Reads a file with what was said before of files like it. */
  async function start(id: number, file: File, chosen: Chosen): Promise<void> {
    const kept = rememberedAnswers(chosen.format, chosen.columns);
    await read(id, file, { ...chosen, answers: kept, kept, asked: [] });
  }

  async function answer(id: number, file: File, choice: Choice): Promise<void> {
    const { format, columns, answers } = choice;
    const questions = await read(id, file, choice);
    rememberAnswers(format, columns, withoutAnswers(answers, questions));
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
    if (chosen) await start(id, file, chosen);
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
      if (!own) return;
      const columns = columnsIn(own, format);
      void start(id, own.file, { format, because, columns, hasKeptMapping: false });
    },
    answer: (id, answers) => {
      const own = files.find((one) => one.id === id);
      if (!own?.choice) return;
      const { kept, ...choice } = own.choice;
      const said = Object.entries(kept).filter(([about, value]) =>
        Object.entries(answers).some(([key, now]) => key === about && now === value),
      );
      void answer(id, own.file, { ...choice, answers, kept: Object.fromEntries(said) });
    },
    forget: (id) => {
      const own = files.find((one) => one.id === id);
      if (!own?.choice) return;
      const { format, columns, hasKeptMapping } = own.choice;
      rememberAnswers(format, columns, {});
      if (hasKeptMapping) {
        forgetMapping(columns);
        readings.current.set(id, (readings.current.get(id) ?? 0) + 1);
        put(id, ({ file, inspection }) => ({ id, file, ...(inspection && { inspection }) }));
      } else void read(id, own.file, { ...own.choice, answers: {}, kept: {}, asked: [] });
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
