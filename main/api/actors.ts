/**
 * SQL for the name of who did something: tables keep a type (USER, AGENT, SYSTEM) and an id.
 * @param type expression of the actor's type
 * @param id expression of the actor's id
 */
export function actorName(type: string, id: string): string {
  return `coalesce(case ${type}::text
    when 'USER' then (select full_name from profiles where id = ${id})
    when 'AGENT' then (select full_name from agents where id = ${id})
    else 'System' end, '')`
}
