/** From this percentage of a limit on, it is told. */
const NEAR = 90

const stands = `case when u.allowed = -1 then 'fine' when u.used > u.allowed then 'over'
  when u.percent >= ${NEAR} then 'near' else 'fine' end`

/** A row `u` of `organization_usage` as the contract has it. */
export const limitUseSql = `json_build_object('feature', u.feature_key, 'used', trim_scale(u.used)::text,
  'allowed', u.allowed::text, 'percent', u.percent::float8, 'stands', ${stands})`

/** Whether a row `u` is worth a word; seats aside: who has as many members as seats is where they want to be. */
export const pressedSql = `u.feature_key <> 'max_seats' and ${stands} <> 'fine'`
