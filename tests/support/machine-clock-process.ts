// Stands in for a machine's clock: loaded before a program, it makes the program's clock wrong. OUTPOST_CLOCK holds
// milliseconds that the clock is ahead, and after a slash how many readings pass before it jumps there, or back.
const [shift = 0, readings = 0] = (process.env.OUTPOST_CLOCK ?? '').split('/').map(Number)
const RealDate = Date
let read = 0

function now(): number {
  read += 1
  const isShifted = readings === 0 || Math.floor(read / readings) % 2 === 1
  return RealDate.now() + (isShifted ? shift : 0)
}

globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, args: [], newTarget) =>
    args.length === 0 ? new RealDate(now()) : Reflect.construct(target, args, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
