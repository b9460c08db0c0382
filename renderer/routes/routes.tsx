import { lazy, Suspense } from 'react'
import { createHashRouter, type RouteObject } from 'react-router'
import { ConflictsPage } from '../features/conflicts/conflicts-page.tsx'
import { FirstDesk } from '../features/frame/first-desk.tsx'
import { NotFound } from '../features/frame/not-found.tsx'
import { PageError } from '../features/frame/page-error.tsx'
import { Shell } from '../features/frame/shell.tsx'
import { Start } from '../features/frame/start.tsx'
import { WorkspaceGate } from '../features/frame/workspace-gate.tsx'
import { InboxPage } from '../features/inbox/inbox-page.tsx'
import { OutboxPage } from '../features/outbox/outbox-page.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { SyncPage } from '../features/sync-status/sync-page.tsx'
import { AddWorkspacePage } from '../features/workspaces/add-workspace-page.tsx'
import { paths } from './paths.ts'

const ReviewDesk = lazy(() =>
  import('../desks/review/review-desk.tsx').then(({ ReviewDesk }) => ({ default: ReviewDesk })),
)
const DossiersDesk = lazy(() =>
  import('../desks/dossiers/dossiers-desk.tsx').then(({ DossiersDesk }) => ({ default: DossiersDesk })),
)
const DossierPage = lazy(() =>
  import('../desks/dossiers/dossier-page.tsx').then(({ DossierPage }) => ({ default: DossierPage })),
)
const OrganizationsDesk = lazy(() =>
  import('../desks/organizations/organizations-desk.tsx').then(({ OrganizationsDesk }) => ({
    default: OrganizationsDesk,
  })),
)
const OrganizationPage = lazy(() =>
  import('../desks/organizations/organization-page.tsx').then(({ OrganizationPage }) => ({
    default: OrganizationPage,
  })),
)
const PlansDesk = lazy(() => import('../desks/plans/plans-desk.tsx').then(({ PlansDesk }) => ({ default: PlansDesk })))
const AuditDesk = lazy(() => import('../desks/audit/audit-desk.tsx').then(({ AuditDesk }) => ({ default: AuditDesk })))

const TablesPage = lazy(() =>
  import('../desks/table/tables-page.tsx').then(({ TablesPage }) => ({ default: TablesPage })),
)
const TablePage = lazy(() => import('../desks/table/table-page.tsx').then(({ TablePage }) => ({ default: TablePage })))
const ViewPage = lazy(() => import('../desks/table/view-page.tsx').then(({ ViewPage }) => ({ default: ViewPage })))

const RecordPage = lazy(() =>
  import('../desks/record/record-page.tsx').then(({ RecordPage }) => ({ default: RecordPage })),
)
const NewRecordPage = lazy(() =>
  import('../desks/record/new-record-page.tsx').then(({ NewRecordPage }) => ({ default: NewRecordPage })),
)

const ImportPage = lazy(() =>
  import('../desks/import/import-page.tsx').then(({ ImportPage }) => ({ default: ImportPage })),
)

const DashboardsPage = lazy(() =>
  import('../desks/dashboards/dashboards-page.tsx').then(({ DashboardsPage }) => ({ default: DashboardsPage })),
)

const SqlPage = lazy(() => import('../desks/sql/sql-page.tsx').then(({ SqlPage }) => ({ default: SqlPage })))

const pages: RouteObject[] = [
  { index: true, element: <FirstDesk /> },
  { path: 'review/:documentId?', element: <ReviewDesk /> },
  { path: 'dossiers', element: <DossiersDesk /> },
  { path: 'dossiers/:dossierId', element: <DossierPage /> },
  { path: 'organizations', element: <OrganizationsDesk /> },
  { path: 'organizations/:organizationId', element: <OrganizationPage /> },
  { path: 'plans/:plan?/:feature?', element: <PlansDesk /> },
  { path: 'audit/:entryId?', element: <AuditDesk /> },
  { path: 'tables', element: <TablesPage /> },
  { path: 'tables/:relation', element: <TablePage /> },
  { path: 'tables/:relation/new', element: <NewRecordPage /> },
  { path: 'tables/:relation/import', element: <ImportPage /> },
  { path: 'tables/:relation/row/:key', element: <RecordPage /> },
  { path: 'views/:view', element: <ViewPage /> },
  { path: 'dashboards/:dashboard?', element: <DashboardsPage /> },
  { path: 'sql', element: <SqlPage /> },
  { path: 'sync', element: <SyncPage /> },
  { path: 'outbox/:entryId?', element: <OutboxPage /> },
  { path: 'conflicts/:entryId?', element: <ConflictsPage /> },
  { path: '*', element: <NotFound /> },
]

/** One table of addresses for both hosts; what stands after the `#` is a deep link. */
export const router = createHashRouter([
  {
    element: <Shell />,
    children: [
      {
        // A page that fails takes neither the navigation nor the status line with it.
        errorElement: <PageError />,
        children: [
          { index: true, element: <Start /> },
          { path: paths.addWorkspace, element: <AddWorkspacePage /> },
          { path: paths.inbox, element: <InboxPage /> },
          { path: paths.settings(), element: <SettingsPage /> },
          // Also for a workspace that nobody is signed in to.
          { path: '/w/:workspace/settings', element: <SettingsPage /> },
          {
            path: '/w/:workspace',
            element: (
              <Suspense fallback={null}>
                <WorkspaceGate />
              </Suspense>
            ),
            children: pages,
          },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
])
