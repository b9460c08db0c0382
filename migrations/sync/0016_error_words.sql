-- An error of the database, put so that a person can act on it.

-- A stable name for an error that brings none of its own.
create or replace function console_sync.error_code(p_sqlstate text) returns text
language sql immutable
as $$
  select case p_sqlstate
    when '23502' then 'not_null_violation'
    when '23503' then 'foreign_key_violation'
    when '23001' then 'foreign_key_violation'
    when '23505' then 'unique_violation'
    when '23514' then 'check_violation'
    when '23P01' then 'exclusion_violation'
    when '42501' then 'not_allowed'
    when '42703' then 'unknown_column'
    when '42P01' then 'unknown_relation'
    when '42883' then 'unknown_function'
    when '22001' then 'value_too_long'
    when '22003' then 'value_out_of_range'
    when '428C9' then 'column_not_writable'
    when 'P0001' then 'refused'
    when 'OP400' then 'refused'
    when 'OP409' then 'precondition'
    else case when p_sqlstate like '22%' then 'value_invalid' else 'database_error' end
  end
$$;

-- What happened and what to do, in one sentence. The database's own words only where it speaks for the product.
create or replace function console_sync.error_words(
  p_code text, p_message text, p_field text, p_table text, p_constraint text, p_has_parent boolean
)
returns text
language sql immutable
as $$
  select case p_code
    when 'not_null_violation' then format('“%s” must not be empty.', w.field)
    when 'foreign_key_violation' then case
      when p_has_parent then format('It is still used by %s, so it can''t be removed or renamed.', w.place)
      else format('What “%s” refers to is not there, or no longer.', w.field) end
    when 'unique_violation' then format('There is already one in %s with the same %s.', w.place, w.field)
    when 'check_violation' then format('“%s” has a value that %s does not allow (rule %s).', w.field, w.place, p_constraint)
    when 'exclusion_violation' then format('It overlaps with another one in %s (rule %s).', w.place, p_constraint)
    when 'not_allowed' then 'Your role does not allow this.'
    when 'unknown_column' then format('The server has no field “%s”: its schema has changed.', w.field)
    when 'unknown_relation' then 'The server has no such table: its schema has changed.'
    when 'unknown_function' then 'The server can''t do this: it has no such function, or one that asks for something else.'
    when 'value_too_long' then format('“%s” is too long.', w.field)
    when 'value_out_of_range' then format('“%s” is a number that is too large here.', w.field)
    when 'value_invalid' then format('“%s” has a form that can''t be read.', w.field)
    when 'column_not_writable' then 'A field that only the database fills in can''t be changed.'
    when 'database_error' then format('The database refused: %s.', rtrim(p_message, '.'))
    else p_message
  end
  from (select coalesce(replace(p_field, '_', ' '), 'a field') as field, coalesce(replace(p_table, '_', ' '), 'the table') as place) w
$$;
