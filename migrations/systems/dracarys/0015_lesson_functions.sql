-- Lessons: edited on the version that was read, published when nothing is wrong with them, and put in order.

create function dracarys.lesson_as_read(p_lesson_id uuid, p_content_version integer) returns public.lessons
language plpgsql set search_path = ''
as $$
declare
  v_lesson public.lessons;
begin
  select * into v_lesson from public.lessons where id = p_lesson_id for no key update;
  if v_lesson.id is null then
    perform dracarys.refuse('p_lesson_id', 'lesson.unknown', 'This lesson does not exist.');
  elsif v_lesson.content_version is distinct from p_content_version then
    perform dracarys.lost('lesson.edited', format('"%s" has been edited since you read it. Read it again and decide again.', v_lesson.title),
      jsonb_build_object('lesson', v_lesson.title),
      jsonb_build_object('title', v_lesson.title, 'content_version', v_lesson.content_version,
        'is_active', v_lesson.is_active, 'updated_at', v_lesson.updated_at),
      jsonb_build_object('p_content_version', v_lesson.content_version));
  end if;
  return v_lesson;
end
$$;
comment on function dracarys.lesson_as_read(uuid, integer) is 'The lesson, held, if it is still the one that was read.';

create function public.edit_lesson(
  p_lesson_id uuid, p_content_version integer, p_title text, p_content_data jsonb, p_assessment_data jsonb default null,
  p_edit_id uuid default gen_random_uuid(), p_edited_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_admin();
  v_title text := nullif(btrim(p_title), '');
  v_assessment jsonb := nullif(p_assessment_data, 'null');
  v_lesson public.lessons;
begin
  if v_title is null or char_length(v_title) > 200 then
    perform dracarys.refuse('p_title', 'lesson.title_invalid', 'A lesson needs a title of at most 200 characters.');
  end if;
  perform dracarys.refuse_problem('p_content_data', public.check_lesson_content(p_content_data));
  perform dracarys.refuse_problem('p_assessment_data', public.check_lesson_assessment(v_assessment));
  v_lesson := dracarys.lesson_as_read(p_lesson_id, p_content_version);
  if (v_lesson.title, v_lesson.content_data, v_lesson.assessment_data) is not distinct from (v_title, p_content_data, v_assessment) then
    perform dracarys.refuse('p_content_data', 'lesson.unchanged', 'Nothing would change.');
  end if;

  update public.lessons set title = v_title, content_data = p_content_data, assessment_data = v_assessment,
    content_version = content_version + 1 where id = p_lesson_id;
  perform dracarys.write_activity(p_edit_id, 'lesson.edited', 'lessons', p_lesson_id, jsonb_build_object(
    'from_version', p_content_version, 'to_version', p_content_version + 1,
    'title', case when v_lesson.title <> v_title then jsonb_build_object('from', v_lesson.title, 'to', v_title) end,
    'content_before', case when v_lesson.content_data <> p_content_data then v_lesson.content_data end,
    'assessment_before', case when v_lesson.assessment_data is distinct from v_assessment then v_lesson.assessment_data end),
    dracarys.decided_at(p_edited_at));
  return jsonb_build_object('lesson_id', p_lesson_id, 'content_version', p_content_version + 1, 'edited_by', v_staff);
end
$$;
comment on function public.edit_lesson(uuid, integer, text, jsonb, jsonb, uuid, timestamptz)
  is 'Replaces title, content and questions of a lesson. The log keeps what stood before.';

create function public.publish_lesson(
  p_lesson_id uuid, p_content_version integer, p_publish_id uuid default gen_random_uuid(),
  p_published_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_admin();
  v_lesson public.lessons := dracarys.lesson_as_read(p_lesson_id, p_content_version);
begin
  if v_lesson.is_active then
    perform dracarys.lost('lesson.published_already', format('"%s" has been published meanwhile.', v_lesson.title),
      jsonb_build_object('lesson', v_lesson.title), jsonb_build_object('is_active', true), null);
  end if;
  perform dracarys.refuse_problem('p_lesson_id', public.check_lesson_content(v_lesson.content_data));
  perform dracarys.refuse_problem('p_lesson_id', public.check_lesson_assessment(v_lesson.assessment_data));

  update public.lessons set is_active = true where id = p_lesson_id;
  perform dracarys.write_activity(p_publish_id, 'lesson.published', 'lessons', p_lesson_id,
    jsonb_build_object('content_version', p_content_version), dracarys.decided_at(p_published_at));
  return jsonb_build_object('lesson_id', p_lesson_id, 'published_by', v_staff);
end
$$;
comment on function public.publish_lesson(uuid, integer, uuid, timestamptz)
  is 'Shows a lesson to learners, when nothing is wrong with its content and questions.';

create function public.unpublish_lesson(
  p_lesson_id uuid, p_reason text, p_unpublish_id uuid default gen_random_uuid(), p_unpublished_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_admin();
  v_reason text := dracarys.reason_of(p_reason);
  v_lesson public.lessons;
begin
  select * into v_lesson from public.lessons where id = p_lesson_id for no key update;
  if v_lesson.id is null then
    perform dracarys.refuse('p_lesson_id', 'lesson.unknown', 'This lesson does not exist.');
  elsif not v_lesson.is_active then
    perform dracarys.lost('lesson.draft_already', format('"%s" has been taken back meanwhile.', v_lesson.title),
      jsonb_build_object('lesson', v_lesson.title), jsonb_build_object('is_active', false), null);
  end if;
  update public.lessons set is_active = false where id = p_lesson_id;
  perform dracarys.write_activity(p_unpublish_id, 'lesson.unpublished', 'lessons', p_lesson_id,
    jsonb_build_object('reason', v_reason), dracarys.decided_at(p_unpublished_at));
  return jsonb_build_object('lesson_id', p_lesson_id, 'unpublished_by', v_staff);
end
$$;
comment on function public.unpublish_lesson(uuid, text, uuid, timestamptz)
  is 'Makes a lesson a draft again. Who has completed it keeps what it earned.';

create function public.move_lesson(
  p_lesson_id uuid, p_from_place integer, p_to_place integer, p_move_id uuid default gen_random_uuid(),
  p_moved_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_admin();
  v_lesson public.lessons;
  v_count integer;
begin
  -- All of the level, in one order: two moves at once wait for each other.
  perform from public.lessons where level_id = (select level_id from public.lessons where id = p_lesson_id)
    order by id for no key update;
  select * into v_lesson from public.lessons where id = p_lesson_id;
  if v_lesson.id is null then
    perform dracarys.refuse('p_lesson_id', 'lesson.unknown', 'This lesson does not exist.');
  end if;
  v_count := (select count(*) from public.lessons where level_id = v_lesson.level_id);
  if p_to_place is null or p_to_place not between 1 and v_count then
    perform dracarys.refuse('p_to_place', 'lesson.place_unknown', format('The level has %s lessons: choose a place from 1 to %s.', v_count, v_count),
      jsonb_build_object('count', v_count));
  elsif v_lesson.order_index is distinct from p_from_place then
    perform dracarys.lost('lesson.moved_already', format('"%s" has been moved to place %s meanwhile.', v_lesson.title, v_lesson.order_index),
      jsonb_build_object('lesson', v_lesson.title, 'place', v_lesson.order_index),
      jsonb_build_object('order_index', v_lesson.order_index),
      case when v_lesson.order_index <> p_to_place then jsonb_build_object('p_from_place', v_lesson.order_index) end);
  elsif p_to_place = p_from_place then
    perform dracarys.refuse('p_to_place', 'lesson.place_unchanged', 'It stands there already.');
  end if;

  with others as (
    select id, row_number() over (order by order_index, gate_id) as place
    from public.lessons where level_id = v_lesson.level_id and id <> p_lesson_id
  ), placed as (
    select id, case when place >= p_to_place then place + 1 else place end as place from others
    union all
    select p_lesson_id, p_to_place
  )
  update public.lessons l set order_index = p.place from placed p where p.id = l.id and l.order_index is distinct from p.place;
  perform dracarys.write_activity(p_move_id, 'lesson.moved', 'lessons', p_lesson_id,
    jsonb_build_object('level', v_lesson.level_id, 'from', p_from_place, 'to', p_to_place), dracarys.decided_at(p_moved_at));
  return jsonb_build_object('lesson_id', p_lesson_id, 'place', p_to_place, 'moved_by', v_staff);
end
$$;
comment on function public.move_lesson(uuid, integer, integer, uuid, timestamptz)
  is 'Puts a lesson at another place of its level; the others make room.';
