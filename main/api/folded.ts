import { ligatures } from '#shared/lib/folded.ts'

/**
 * SQL for the folded form of a text expression. Plain ASCII, the usual case, is told by its length and only lowered:
 * taking accents apart costs ten times as much. The collation lowers letters of every script.
 */
export function foldedSql(expression: string): string {
  const bare = `regexp_replace(normalize(${expression}, NFD), '[\\u0300-\\u036f]', '', 'g')`
  const lowered = `lower(${bare} collate "pg_c_utf8")`
  const spelled = ligatures.reduce((sql, [letter, letters]) => `replace(${sql}, '${letter}', '${letters}')`, lowered)
  return `case when octet_length(${expression}) = char_length(${expression}) then lower(${expression}) else ${spelled} end`
}
