import { dracarys } from './dracarys/manifest.ts'
import { linkdev } from './linkdev/manifest.ts'
import type { Manifest } from './manifest.ts'
import { partnersVrai } from './partners-vrai/manifest.ts'
import { resumepilot } from './resumepilot/manifest.ts'
import { xainik } from './xainik/manifest.ts'

/** Every system that the console knows. */
export const manifests: readonly Manifest[] = [partnersVrai, linkdev, xainik, resumepilot, dracarys]

/** The manifest of a system, or null for a project that the console knows only from its catalogue. */
export function manifestOf(system: string): Manifest | null {
  return manifests.find((manifest) => manifest.system === system) ?? null
}
