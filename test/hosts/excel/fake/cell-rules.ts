import { invalidArgument } from "./errors";
import { FakeCollection, FakeObject } from "./fake-object";
import type { FakeRange } from "./range";
import { FakeRangeAreas } from "./range-areas";

const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 225;

function typeOfRule(rule: unknown): string {
  const [name = ""] = Object.keys(rule as object);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What cells may hold; known to its sheet once something of it is set. */
export class FakeDataValidation extends FakeObject {
  constructor(readonly range: FakeRange) {
    super("DataValidation");
  }

  /** What Excel tells of the range: one rule for all of it, or that there are several. */
  get type(): string {
    const [only, ...more] = this.#overlapping();
    if (!only) return "None";
    if (more.length > 0) return "MixedCriteria";
    return only.range.isCovering(this.range) ? typeOfRule(only.kept("rule")) : "Inconsistent";
  }

  get rule(): unknown {
    const [only] = this.#overlapping();
    return only?.kept("rule") ?? {};
  }

  set rule(rule: unknown) {
    this.keep("rule", rule);
  }

  #overlapping(): FakeDataValidation[] {
    const { validations } = this.range.worksheet;
    return validations.filter(({ range }) => range.isOverlapping(this.range));
  }

  override keep(name: string, value: unknown): void {
    this.range.worksheet.checkWritable();
    if (name === "errorAlert") {
      const { title, message } = value as { readonly title: string; readonly message: string };
      if (title.length > LONGEST_TITLE || message.length > LONGEST_MESSAGE) {
        throw invalidArgument("the alert is too long");
      }
    }
    if (name === "rule" && Object.keys(value as object).length !== 1) {
      throw invalidArgument("a validation has one rule");
    }
    const { validations } = this.range.worksheet;
    const same = validations.find(({ range }) => range.address === this.range.address);
    if (same && same !== this) {
      same.keep(name, value);
      return;
    }
    super.keep(name, value);
    if (!same) validations.push(this);
  }
}

class FakeConditionalFormat extends FakeObject {
  constructor(
    readonly range: FakeRange,
    readonly id: string,
    kind: string,
  ) {
    super("ConditionalFormat", { type: kind });
  }

  getRanges(): FakeRangeAreas {
    return new FakeRangeAreas([this.range]);
  }
}

/** The conditional formats of a range; its sheet knows all of them. */
export class FakeConditionalFormats extends FakeCollection<FakeConditionalFormat> {
  constructor(private readonly range: FakeRange) {
    super("ConditionalFormatCollection", ({ id }) => [id]);
    this.items.push(
      ...range.worksheet.conditionalFormats.filter((format) => format.range.isOverlapping(range)),
    );
  }

  add(kind: string): FakeConditionalFormat {
    const { worksheet } = this.range;
    worksheet.checkWritable();
    const id = `{conditional-format-${worksheet.conditionalFormats.length + 1}}`;
    const format = new FakeConditionalFormat(this.range, id, kind);
    worksheet.conditionalFormats.push(format);
    return format;
  }
}

export type { FakeConditionalFormat };
