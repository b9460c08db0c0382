import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export interface Format {
  /** 98 204 */
  number(value: number): string
  /** A number of any size and precision, from its exact text in the database. */
  exactNumber(value: string): string
  /** A day, from its text in the database: `12 Nov 2024`. */
  day(date: string): string
  /** A month, from its text in the database: `Nov 2024`. */
  month(month: string): string
  /** `14:32` today, `Thu 14:32` within a week, `12 Nov` this year, `12 Nov 2024` before. */
  short(at: string | Date, now?: Date): string
  /** The exact value, for a hover. */
  exact(at: string | Date): string
  /** How long something lasts, in its largest unit: `12 s`, `35 min`, `4 h`, `2 days`, with a no-break space. */
  span(ms: number): string
  /** `12 s ago`. Milliseconds in. */
  ago(ms: number): string
  /** `1.4 MB` */
  bytes(value: number): string
  /** An amount in its currency; exact text in, as it came from the database. */
  money(amount: string, currency: string): string
}

function unitOf(ms: number): [number, 'second' | 'minute' | 'hour' | 'day'] {
  if (ms < minute) return [Math.max(0, Math.round(ms / 1000)), 'second']
  if (ms < hour) return [Math.floor(ms / minute), 'minute']
  if (ms < 2 * day) return [Math.floor(ms / hour), 'hour']
  return [Math.floor(ms / day), 'day']
}

/** Numbers, dates and sizes as the given language writes them. */
export function formatIn(language: string): Format {
  const locale = language === 'en' ? 'en-GB' : language
  const number = new Intl.NumberFormat(locale)
  const precise = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const week = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' })
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  const dayYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  const utcDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const utcMonth = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' })

  const span = (ms: number) => {
    const [value, unit] = unitOf(ms)
    // English writes `mins` or `m`; both languages know `min`.
    if (unit === 'minute') return `${value}\u00a0min`
    const style = { style: 'unit', unit, unitDisplay: unit === 'day' ? 'short' : 'narrow' } as const
    return new Intl.NumberFormat(locale, style).format(value).replace(/(\d)\s?(\p{L})/u, '$1\u00a0$2')
  }

  return {
    number: (value) => number.format(value),
    exactNumber: (value) =>
      // The type knows numbers only; the runtime formats a decimal string exactly.
      /^-?\d+(\.\d+)?$/.test(value) ? precise.format(value as unknown as number) : value,
    day: (date) => utcDay.format(new Date(date)),
    month: (month) => utcMonth.format(new Date(month)),
    short: (at, now = new Date()) => {
      const date = new Date(at)
      if (date.toDateString() === now.toDateString()) return time.format(date)
      if (Math.abs(now.getTime() - date.getTime()) < 6 * day) return week.format(date)
      return (date.getFullYear() === now.getFullYear() ? dayMonth : dayYear).format(date)
    },
    exact: (at) => exact.format(new Date(at)),
    span,
    ago: (ms) => (language === 'fr' ? `il y a ${span(ms)}` : `${span(ms)} ago`),
    bytes: (value) => {
      const power = value < 1000 ? 0 : value < 1e6 ? 1 : value < 1e9 ? 2 : 3
      const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[power] ?? 'byte'
      const style: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }
      return new Intl.NumberFormat(locale, style).format(value / 1000 ** power)
    },
    money: (amount, currency) =>
      // The type knows numbers only; the runtime formats a decimal string exactly.
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount as unknown as number),
  }
}

/** The formats of the language that is chosen now. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  return useMemo(() => formatIn(i18n.language), [i18n.language])
}
