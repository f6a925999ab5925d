/** What a page did to have files downloaded. */
export interface Downloads {
  /** The links that were clicked, as a browser would download them. */
  readonly clicked: readonly { readonly download: string; readonly href: string }[];
  /** The addresses that were let go of. */
  readonly revoked: readonly string[];
  /** The content of the last one. */
  readonly blob: () => Blob | undefined;
}

/** Puts what downloads take of a browser into every test of a file; time stands still in them. */
export function fakeDownloads(): Downloads {
  const clicked: { readonly download: string; readonly href: string }[] = [];
  const revoked: string[] = [];
  let blob: Blob | undefined;

  beforeEach(() => {
    clicked.length = 0;
    revoked.length = 0;
    blob = undefined;
    const createElement = () => {
      const link = { download: "", href: "", click: () => clicked.push(link) };
      return link;
    };
    Object.assign(globalThis, { document: { createElement } });
    jest.spyOn(URL, "createObjectURL").mockImplementation((given) => {
      blob = given instanceof Blob ? given : undefined;
      return "blob:aim";
    });
    jest.spyOn(URL, "revokeObjectURL").mockImplementation((address) => revoked.push(address));
    jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  return { clicked, revoked, blob: () => blob };
}
