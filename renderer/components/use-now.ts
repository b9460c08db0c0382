import { useEffect, useState } from 'react'

/** The time in milliseconds, renewed every `every` milliseconds while `on`. Use it in the smallest component that needs it. */
export function useNow(every: number, on = true): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!on) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every, on])
  return now
}
