// Stand-in: a machine's clock, which this process reads through `Date` and a test may set wrong.

const RealDate = globalThis.Date
let offset = 0

class SetClock extends RealDate {
  constructor(...parts: ConstructorParameters<typeof Date> | []) {
    if (parts.length === 0) super(RealDate.now() + offset)
    else super(...(parts as ConstructorParameters<typeof Date>))
  }

  static override now(): number {
    return RealDate.now() + offset
  }
}

/** Sets the clock this many milliseconds away from the real one; 0 makes it right again. */
export function setClock(milliseconds: number): void {
  offset = milliseconds
  globalThis.Date = milliseconds === 0 ? RealDate : (SetClock as DateConstructor)
}
