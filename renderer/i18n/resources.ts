import { audit as auditEn } from './en/audit.ts'
import { bulk as bulkEn } from './en/bulk.ts'
import { common as commonEn } from './en/common.ts'
import { conflicts as conflictsEn } from './en/conflicts.ts'
import { dashboards as dashboardsEn } from './en/dashboards.ts'
import { decisions as decisionsEn } from './en/decisions.ts'
import { demo as demoEn } from './en/demo.ts'
import { dossiers as dossiersEn } from './en/dossiers.ts'
import { errors as errorsEn } from './en/errors.ts'
import { exports as exportsEn } from './en/export.ts'
import { filter as filterEn } from './en/filter.ts'
import { forms as formsEn } from './en/forms.ts'
import { frame as frameEn } from './en/frame.ts'
import { grid as gridEn } from './en/grid.ts'
import { imports as importsEn } from './en/import.ts'
import { inbox as inboxEn } from './en/inbox.ts'
import { marks as marksEn } from './en/marks.ts'
import { organizations as organizationsEn } from './en/organizations.ts'
import { outbox as outboxEn } from './en/outbox.ts'
import { plans as plansEn } from './en/plans.ts'
import { record as recordEn } from './en/record.ts'
import { review as reviewEn } from './en/review.ts'
import { search as searchEn } from './en/search.ts'
import { settings as settingsEn } from './en/settings.ts'
import { signIn as signInEn } from './en/sign-in.ts'
import { sql as sqlEn } from './en/sql.ts'
import { staging as stagingEn } from './en/staging.ts'
import { sync as syncEn } from './en/sync.ts'
import { tables as tablesEn } from './en/tables.ts'
import { viewer as viewerEn } from './en/viewer.ts'
import { views as viewsEn } from './en/views.ts'
import { workspaces as workspacesEn } from './en/workspaces.ts'
import { audit as auditFr } from './fr/audit.ts'
import { bulk as bulkFr } from './fr/bulk.ts'
import { common as commonFr } from './fr/common.ts'
import { conflicts as conflictsFr } from './fr/conflicts.ts'
import { dashboards as dashboardsFr } from './fr/dashboards.ts'
import { decisions as decisionsFr } from './fr/decisions.ts'
import { demo as demoFr } from './fr/demo.ts'
import { dossiers as dossiersFr } from './fr/dossiers.ts'
import { errors as errorsFr } from './fr/errors.ts'
import { exports as exportsFr } from './fr/export.ts'
import { filter as filterFr } from './fr/filter.ts'
import { forms as formsFr } from './fr/forms.ts'
import { frame as frameFr } from './fr/frame.ts'
import { grid as gridFr } from './fr/grid.ts'
import { imports as importsFr } from './fr/import.ts'
import { inbox as inboxFr } from './fr/inbox.ts'
import { marks as marksFr } from './fr/marks.ts'
import { organizations as organizationsFr } from './fr/organizations.ts'
import { outbox as outboxFr } from './fr/outbox.ts'
import { plans as plansFr } from './fr/plans.ts'
import { record as recordFr } from './fr/record.ts'
import { review as reviewFr } from './fr/review.ts'
import { search as searchFr } from './fr/search.ts'
import { settings as settingsFr } from './fr/settings.ts'
import { signIn as signInFr } from './fr/sign-in.ts'
import { sql as sqlFr } from './fr/sql.ts'
import { staging as stagingFr } from './fr/staging.ts'
import { sync as syncFr } from './fr/sync.ts'
import { tables as tablesFr } from './fr/tables.ts'
import { viewer as viewerFr } from './fr/viewer.ts'
import { views as viewsFr } from './fr/views.ts'
import { workspaces as workspacesFr } from './fr/workspaces.ts'
import type { Words } from './words.ts'

/** Areas by name: `useTranslation('frame')`. A new area is a file a language and a line in each list. */
export const en = {
  common: commonEn,
  errors: errorsEn,
  frame: frameEn,
  conflicts: conflictsEn,
  outbox: outboxEn,
  workspaces: workspacesEn,
  sync: syncEn,
  signIn: signInEn,
  search: searchEn,
  settings: settingsEn,
  dashboards: dashboardsEn,
  decisions: decisionsEn,
  demo: demoEn,
  marks: marksEn,
  exports: exportsEn,
  imports: importsEn,
  inbox: inboxEn,
  grid: gridEn,
  bulk: bulkEn,
  review: reviewEn,
  dossiers: dossiersEn,
  organizations: organizationsEn,
  plans: plansEn,
  audit: auditEn,
  record: recordEn,
  filter: filterEn,
  forms: formsEn,
  sql: sqlEn,
  staging: stagingEn,
  tables: tablesEn,
  viewer: viewerEn,
  views: viewsEn,
}

export const fr: Words<typeof en> = {
  common: commonFr,
  errors: errorsFr,
  frame: frameFr,
  conflicts: conflictsFr,
  outbox: outboxFr,
  workspaces: workspacesFr,
  sync: syncFr,
  signIn: signInFr,
  search: searchFr,
  settings: settingsFr,
  dashboards: dashboardsFr,
  decisions: decisionsFr,
  demo: demoFr,
  marks: marksFr,
  exports: exportsFr,
  imports: importsFr,
  inbox: inboxFr,
  grid: gridFr,
  bulk: bulkFr,
  review: reviewFr,
  dossiers: dossiersFr,
  organizations: organizationsFr,
  plans: plansFr,
  audit: auditFr,
  record: recordFr,
  filter: filterFr,
  forms: formsFr,
  sql: sqlFr,
  staging: stagingFr,
  tables: tablesFr,
  viewer: viewerFr,
  views: viewsFr,
}
