import { Loader } from '@mantine/core'
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconUserOff } from '@tabler/icons-react'
import type { Status } from '#shared/contract/sync.ts'

/** The shape for how a workspace stands. */
export function StateIcon({ state, size = 15 }: { readonly state: Status['state']; readonly size?: number }) {
  const common = { size, stroke: 1.8, 'aria-hidden': true } as const
  if (state === 'online') return <IconCloudCheck {...common} color="var(--o-positive)" />
  if (state === 'syncing') return <Loader size={size - 3} color="var(--o-second)" aria-hidden />
  if (state === 'attention') return <IconAlertTriangle {...common} color="var(--o-rejected)" />
  if (state === 'signed-out') return <IconUserOff {...common} />
  return <IconCloudOff {...common} />
}
