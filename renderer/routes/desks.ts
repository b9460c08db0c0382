import { type Icon, IconBuilding, IconFileCheck, IconFolders, IconHistory, IconLayoutGrid } from '@tabler/icons-react'
import type { Manifest } from '#shared/systems/manifest.ts'
import { api } from '../bridge/api.ts'
import { paths } from './paths.ts'

interface Desk {
  readonly icon: Icon
  readonly path: (workspace: string) => string
  /** How many rows the desk has, for the navigation; a desk without it shows no number. */
  readonly count?: (workspace: string) => Promise<number>
}

/** The desks that a manifest can name. Their words are in the area `frame`, their routes in `routes.tsx`. */
export const desks: Readonly<Record<Manifest['desks'][number], Desk>> = {
  review: {
    icon: IconFileCheck,
    path: paths.review,
    count: async (workspace) => (await api.review.queue({ workspace, limit: 1 })).total,
  },
  dossiers: {
    icon: IconFolders,
    path: paths.dossiers,
    count: async (workspace) => (await api.dossiers.page({ workspace, limit: 1 })).total,
  },
  organizations: {
    icon: IconBuilding,
    path: paths.organizations,
    count: async (workspace) => (await api.organizations.page({ workspace, limit: 1 })).total,
  },
  plans: { icon: IconLayoutGrid, path: paths.plans },
  audit: { icon: IconHistory, path: paths.audit },
}
