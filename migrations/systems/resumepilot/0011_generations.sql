-- Resumes that failed are made again.

create function public.requeue_generation(
  p_generation_id uuid, p_seen_error text, p_requeue_id uuid default gen_random_uuid(),
  p_requeued_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := resumepilot.require_permission('generations');
  v_at timestamptz := resumepilot.decided_at(p_requeued_at);
  v_generation public.resume_generations;
begin
  select * into v_generation from public.resume_generations where id = p_generation_id for no key update;
  if v_generation.id is null then
    perform resumepilot.refuse('p_generation_id', 'generation.unknown', 'This resume does not exist, or not any more.');
  elsif v_generation.generation_status is distinct from 'failed' then
    perform resumepilot.lost('generation.not_failed', 'This resume is not a failed one any more. Nothing is left to decide.',
      '{}', jsonb_build_object('generation_status', v_generation.generation_status, 'completed_at', v_generation.completed_at),
      null);
  elsif v_generation.error_message is distinct from p_seen_error then
    perform resumepilot.lost('generation.failed_again', 'It was tried again meanwhile and failed for another reason. Read it and decide again.',
      '{}', jsonb_build_object('error_message', v_generation.error_message, 'completed_at', v_generation.completed_at),
      jsonb_build_object('p_seen_error', v_generation.error_message));
  end if;

  update public.resume_generations
    set generation_status = 'processing', error_message = null, processing_time_ms = null, completed_at = null
    where id = p_generation_id;
  perform resumepilot.write_event(p_requeue_id, 'generation.requeued', v_generation.user_id, 'resume_generations',
    p_generation_id, jsonb_build_object('from', jsonb_build_object('generation_status', 'failed',
      'error_message', v_generation.error_message), 'to', jsonb_build_object('generation_status', 'processing')), v_at);
  return jsonb_build_object('requeue_id', p_requeue_id, 'requeued_by', v_staff);
end
$$;
comment on function public.requeue_generation(uuid, text, uuid, timestamptz)
  is 'Has a failed resume made again. The error that was read goes to the log.';
