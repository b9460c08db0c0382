// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

export type RetentionKind = 'interviews' | 'usage' | 'events'
