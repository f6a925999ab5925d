/** An error that Excel reports: what came before it in the request stays done. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A use of Excel's API that its typings do not allow or that the fake does not know. */
export class Misuse extends Error {}

export function invalidArgument(message: string): ExcelError {
  return new ExcelError("InvalidArgument", `The argument is invalid or missing: ${message}`);
}

export function itemNotFound(key: string): ExcelError {
  return new ExcelError("ItemNotFound", `The requested resource doesn't exist: ${key}`);
}

export function itemAlreadyExists(key: string): ExcelError {
  return new ExcelError("ItemAlreadyExists", `A resource with the same name exists: ${key}`);
}

export function accessDenied(): ExcelError {
  return new ExcelError("AccessDenied", "You can't perform the requested operation.");
}
