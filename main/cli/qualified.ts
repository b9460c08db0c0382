/** A bare table is one of the schema `public`. */
export function qualified(relation: string): string {
  return relation.includes('.') ? relation : `public.${relation}`
}
