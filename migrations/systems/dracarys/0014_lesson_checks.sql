-- What a lesson's JSON must look like. Each check answers the first problem, by its place, or nothing.

create function dracarys.problem(p_path text, p_code text, p_message text, p_params jsonb default '{}') returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object('path', p_path, 'code', p_code, 'message', p_message,
    'params', jsonb_build_object('path', p_path) || p_params)
$$;
comment on function dracarys.problem(text, text, text, jsonb) is 'What is wrong, and where.';

create function dracarys.is_text(p_value jsonb) returns boolean
language sql immutable set search_path = ''
as $$
  select coalesce(jsonb_typeof(p_value) = 'string' and btrim(p_value #>> '{}') <> '', false)
$$;
comment on function dracarys.is_text(jsonb) is 'Whether this is a text that says something.';

create function public.check_lesson_content(p_content_data jsonb) returns jsonb
language plpgsql immutable set search_path = ''
as $$
declare
  v_of record;
  v_path text;
begin
  if coalesce(jsonb_typeof(p_content_data) <> 'object', true) then
    return dracarys.problem('content', 'content.not_an_object', 'The content must be an object: {"sections": […]}.');
  elsif coalesce(jsonb_typeof(p_content_data -> 'sections') <> 'array', true) or p_content_data -> 'sections' = '[]' then
    return dracarys.problem('sections', 'content.no_sections', 'The content needs a list "sections" with one section at least.');
  end if;
  for v_of in select value, ordinality from jsonb_array_elements(p_content_data -> 'sections') with ordinality loop
    v_path := format('sections[%s]', v_of.ordinality - 1);
    if jsonb_typeof(v_of.value) <> 'object' or coalesce(v_of.value ->> 'type', '')
      not in ('text', 'video', 'chart', 'exercise') then
      return dracarys.problem(v_path || '.type', 'content.type_unknown',
        format('Section %s needs a type: text, video, chart or exercise.', v_of.ordinality),
        jsonb_build_object('section', v_of.ordinality));
    elsif not dracarys.is_text(v_of.value -> 'title') then
      return dracarys.problem(v_path || '.title', 'content.title_missing',
        format('Section %s has no title.', v_of.ordinality), jsonb_build_object('section', v_of.ordinality));
    elsif v_of.value ->> 'type' in ('text', 'exercise') and not dracarys.is_text(v_of.value -> 'body') then
      return dracarys.problem(v_path || '.body', 'content.body_missing',
        format('Section %s has no text in "body".', v_of.ordinality), jsonb_build_object('section', v_of.ordinality));
    elsif v_of.value ->> 'type' in ('video', 'chart') and coalesce(v_of.value ->> 'url', '') !~ '^https://[^\s]+$' then
      return dracarys.problem(v_path || '.url', 'content.url_invalid',
        format('Section %s needs an address in "url" that begins with https://.', v_of.ordinality),
        jsonb_build_object('section', v_of.ordinality));
    end if;
  end loop;
  return null;
end
$$;
comment on function public.check_lesson_content(jsonb) is 'The first thing that is wrong with the content of a lesson, or null.';

create function dracarys.check_question(p_question jsonb, p_number integer) returns jsonb
language plpgsql immutable set search_path = ''
as $$
declare
  v_path constant text := format('questions[%s]', p_number - 1);
  v_options constant jsonb := case jsonb_typeof(p_question -> 'options') when 'array' then p_question -> 'options' else '[]' end;
begin
  if not dracarys.is_text(p_question -> 'prompt') then
    return dracarys.problem(v_path || '.prompt', 'assessment.prompt_missing', format('Question %s has no text in "prompt".', p_number),
      jsonb_build_object('question', p_number));
  elsif jsonb_array_length(v_options) < 2 then
    return dracarys.problem(v_path || '.options', 'assessment.too_few_options',
      format('Question %s needs a list "options" with two answers at least.', p_number), jsonb_build_object('question', p_number));
  elsif exists (select from jsonb_array_elements(v_options) o where not dracarys.is_text(o)) then
    return dracarys.problem(v_path || '.options', 'assessment.option_empty', format('An answer of question %s is empty.', p_number),
      jsonb_build_object('question', p_number));
  elsif (select count(*) <> count(distinct btrim(o)) from jsonb_array_elements_text(v_options) o) then
    return dracarys.problem(v_path || '.options', 'assessment.option_twice',
      format('Question %s has the same answer twice.', p_number), jsonb_build_object('question', p_number));
  elsif coalesce(jsonb_typeof(p_question -> 'correct') <> 'number' or (p_question ->> 'correct') !~ '^[0-9]{1,3}$'
    or (p_question ->> 'correct')::numeric >= jsonb_array_length(v_options), true) then
    return dracarys.problem(v_path || '.correct', 'assessment.correct_unknown',
      format('"correct" of question %s must be a number from 0 to %s: the place of the right answer.',
        p_number, jsonb_array_length(v_options) - 1),
      jsonb_build_object('question', p_number, 'max', jsonb_array_length(v_options) - 1));
  end if;
  return null;
end
$$;
comment on function dracarys.check_question(jsonb, integer) is 'The first thing that is wrong with a question, or null.';

create function public.check_lesson_assessment(p_assessment_data jsonb) returns jsonb
language plpgsql immutable set search_path = ''
as $$
declare
  v_of record;
  v_problem jsonb;
begin
  -- A lesson can do without questions.
  if coalesce(jsonb_typeof(p_assessment_data), 'null') = 'null' then
    return null;
  elsif jsonb_typeof(p_assessment_data) <> 'object' then
    return dracarys.problem('assessment', 'assessment.not_an_object',
      'The assessment must be an object: {"passing_score": 70, "questions": […]}.');
  elsif coalesce(jsonb_typeof(p_assessment_data -> 'passing_score') <> 'number'
    or (p_assessment_data ->> 'passing_score')::numeric not between 0 and 100, true) then
    return dracarys.problem('passing_score', 'assessment.passing_score', '"passing_score" must be a number from 0 to 100.');
  elsif coalesce(jsonb_typeof(p_assessment_data -> 'questions') <> 'array', true) or p_assessment_data -> 'questions' = '[]' then
    return dracarys.problem('questions', 'assessment.no_questions',
      'The assessment needs a list "questions" with one question at least.');
  end if;
  for v_of in select value, ordinality from jsonb_array_elements(p_assessment_data -> 'questions') with ordinality loop
    v_problem := dracarys.check_question(v_of.value, v_of.ordinality::integer);
    if v_problem is not null then
      return v_problem;
    end if;
  end loop;
  return null;
end
$$;
comment on function public.check_lesson_assessment(jsonb) is 'The first thing that is wrong with the questions of a lesson, or null.';

create function dracarys.refuse_problem(p_column text, p_problem jsonb) returns void
language plpgsql set search_path = ''
as $$
begin
  if p_problem is not null then
    perform dracarys.refuse(p_column, p_problem ->> 'code', format('%s: %s', p_problem ->> 'path', p_problem ->> 'message'),
      p_problem -> 'params');
  end if;
end
$$;
comment on function dracarys.refuse_problem(text, jsonb) is 'Ends a call whose JSON has a problem; does nothing without one.';
