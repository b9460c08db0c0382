/** What happened, what is safe, what to do: one entry for every error code of the contract. */
export const errors = {
  title: 'That did not work',
  bad_request: 'The console asked for something it does not understand. {{message}}',
  not_found: 'This is not on this computer. It may have been deleted, or you may not be allowed to see it.',
  not_allowed: 'Your account may not do this.',
  refused: '{{message}}',
  conflict: 'Somebody else changed the same thing meanwhile.',
  workspace_exists: 'A workspace with this name already exists. Choose another name.',
  workspace_unknown: 'There is no workspace with this name on this computer.',
  workspace_locked: 'This workspace is open in another window of Outpost. Close it there, then try again.',
  workspace_busy: 'This workspace is busy. Try again in a moment.',
  pending_entries: 'Some of your decisions have not been sent yet. They are safe on this computer.',
  signed_out: 'You are signed out. Sign in again; everything you decided is still here.',
  wrong_password: 'The e-mail address or the password is not right.',
  account_banned:
    'This account is blocked, so nothing is sent. Ask an administrator to let you in again; your decisions wait here until then.',
  account_gone:
    'This account does not exist any more, so nothing is sent. Your decisions are kept here: ask an administrator to bring the account back.',
  not_staff:
    'This account may not use the console, so nothing is sent. Ask an administrator for access; what you decided waits here until then.',
  other_person:
    'Decisions of another person wait here and never go out under your name. Let that person sign in and sync first.',
  offline: 'There is no network. You can go on working: your decisions are saved here and sent when it returns.',
  unreachable: 'The server does not answer. Your work is saved here and will be sent when it does.',
  timeout: 'The server took too long to answer. Nothing is lost; it will be tried again.',
  not_supabase: 'There is no Supabase project at this address. Check the URL, or sign in to this network first.',
  wrong_key: 'This key does not belong to the project at this address.',
  no_sync_sql: 'The project lacks the console’s SQL. Install it with “outpost cloud install”.',
  version_behind:
    'The console’s SQL on the server is newer than this console. You can go on working here; update the console to send.',
  version_ahead:
    'The console’s SQL on the server is older than this console. You can go on working here; nothing is sent until it is updated with “outpost cloud install”.',
  server_replaced:
    'The server is not the one this copy came from: it was restored or replaced. Nothing is sent until you decide what to do.',
  rate_limited: 'Too many tries. Wait {{retryAfter}} s, then try again.',
  server_error: 'The server made an error. Your work is saved here and will be tried again.',
  bad_answer: 'The server answered something unexpected. Your work is saved here.',
  too_large: 'This is too large to be sent.',
  file_missing: 'The file is not on this computer, and it can’t be fetched while you are offline.',
  file_corrupt: 'The file is damaged: it is not what was uploaded. Ask for it again.',
  file_too_large: 'The file is too large to be shown here.',
  disk_full: 'The disk is full. Nothing was saved; make room, then try again.',
  journal_damaged: 'The journal of this workspace is damaged. Nothing more is written to it. Run “outpost doctor”.',
  mirror_damaged:
    'The copy of the server on this computer is damaged. It is fetched again as soon as there is a network. Everything that was saved is safe; this was not done.',
  cancelled: 'Stopped.',
  internal: 'Something went wrong inside the console. Nothing that was saved is lost.',
} as const
