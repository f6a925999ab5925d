import { invalidArgument } from "./errors";
import { FakeCollection, FakeObject } from "./fake-object";
import type { FakeRange } from "./range";

const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 225;

/** What cells may hold; known to its sheet once something of it is set. */
export class FakeDataValidation extends FakeObject {
  constructor(readonly range: FakeRange) {
    super("DataValidation");
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
    super.keep(name, value);
    const { validations } = this.range.worksheet;
    if (!validations.includes(this)) validations.push(this);
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
