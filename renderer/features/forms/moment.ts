/** A moment as an input of the person's own zone wants it: `2025-05-01T12:00:00`. Empty when it is none. */
export function localMoment(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}

/** What such an input says, as the one moment that it is everywhere. Empty stays empty. */
export function zonedMoment(local: string): string {
  return local === '' ? '' : new Date(local).toISOString()
}
